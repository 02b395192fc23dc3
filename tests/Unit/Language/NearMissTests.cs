using InfoSharing.Tests.Unit.Rules;

namespace InfoSharing.Tests.Unit.Language;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("He put her at risk")]
    [InlineData("It is hard to. Reach out to her")]
    [InlineData("six of them; one was hurt")]
    [InlineData("His lifestyle. Choices were few.")]
    [InlineData("keeps going to school")]
    [InlineData("sexually active since the age of 13")]
    [InlineData("sexually active since 2023")]
    [InlineData("sexually active since 12 March")]
    [InlineData("sexually active since 12/03/2024")]
    [InlineData("sexually active since 6 months ago")]
    [InlineData("He was recruited to the football team")]
    [InlineData("She is running. A gang is known in the area.")]
    [InlineData("plugging in the heater")]
    [InlineData("withdrew her statement and she and her mother are not credible")]
    [InlineData("truly sorry but he does not deserve it, nor another chance")]
    [InlineData("the officers are involved in CSE work")]
    [InlineData("not just a domestic abuse matter")]
    [InlineData("he absconded. He is not known to us.", 45)]
    [InlineData("he absconded while on bail")]
    [InlineData("he absconded while on bail. He absconded from school.", 45)]
    [InlineData("domestic violence protection orders were made")]
    [InlineData("domestic violence protection orders were made after domestic violence", 35)]
    [InlineData("witnessed by PC 1234, the violence was recorded")]
    [InlineData("He witnessed the violence. PC 1234 came.", 36)]
    [InlineData("malicious software on her phone was in the report")]
    [InlineData("malicious. A report was made.")]
    public void Near_misses_do_not_hit_and_near_hits_do(string words, params int[] entries) => Given.EntriesIn(Given.YoungVictimBesideHarm(words)).ShouldBe(entries);
}
