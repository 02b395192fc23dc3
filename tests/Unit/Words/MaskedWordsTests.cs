using InfoSharing.V1;
using InfoSharing.Validator.Words;

namespace InfoSharing.Tests.Unit.Words;

public sealed class MaskedWordsTests
{
    private static readonly MaskedWords Mask = new(new Transfer
    {
        Persons =
        {
            new Person { Ref = "P2", Names = { new Person.Types.Name { Given = "Ada Mary", Family = "Stone-Field" } } },
            new Person { Ref = "P3", Names = { new Person.Types.Name { Given = "Ben", Family = "Stone" } } },
        },
    });

    [Theory]
    [InlineData("Ada sleeps badly", "Ben sleeps badly")]
    [InlineData("Ada Mary Stone-Field sleeps badly", "Ben sleeps badly")]
    [InlineData("Ada’s sleep is bad", "Ben's sleep is bad")]
    [InlineData("P2 sleeps badly", "BEN sleeps badly")]
    [InlineData("She hides her toys", "He hides his toys")]
    [InlineData("It is hers and she keeps it to herself", "It is his and he keeps it to himself")]
    [InlineData("Ada, 7 years old, sleeps", "Ben, eleven years old, sleeps")]
    [InlineData("A 7-year-old who hides", "A two year old who hides")]
    [InlineData("A two-week-old baby", "A five-month-old baby")]
    [InlineData("Ben is 2 years 6 months old now", "Ben is 9 years old now")]
    [InlineData("Ada, aged 7, hides", "Ben, aged 11, hides")]
    [InlineData("Likes Oak Lane School", "Likes Saint Anne's College")]
    [InlineData("At the Academy of Saint Anne he is quiet", "At the Academy he is quiet")]
    [InlineData("Ada's school helps", "His nursery helps")]
    [InlineData("He goes to primary school now", "She goes to nursery now")]
    public void What_differs_between_any_two_children_is_masked(string one, string other) => Masked(one).ShouldBe(Masked(other));

    [Theory]
    [InlineData("Ada sleeps badly", "Ada eats badly")]
    [InlineData("Needs 2 years of therapy", "Needs 3 years of therapy")]
    [InlineData("Seen by seven workers", "Seen by eight workers")]
    [InlineData("The Health Visitor will call", "The Social Worker will call")]
    [InlineData("His school helps", "His aunt helps")]
    [InlineData("School. Leeds will call", "School. Bradford will call")]
    [InlineData("Ada hits Tom", "Ada hits the cat")]
    public void What_says_something_stays(string one, string other) => Masked(one).ShouldNotBe(Masked(other));

    private static ulong[] Masked(string words) => Mask.Of(WordList.Of(words));
}
