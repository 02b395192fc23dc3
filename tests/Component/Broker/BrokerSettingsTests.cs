using InfoSharing.Exchange.Delivery.Bus;
using Microsoft.Extensions.DependencyInjection;

namespace InfoSharing.Tests.Component.Broker;

public sealed class BrokerSettingsTests
{
    [Fact]
    public void All_faults_are_named_at_once_each_with_its_cure()
    {
        var options = new BusOptions
        {
            Transport = BusTransport.RabbitMq, Address = "amqp://police:secret@broker.example/infosharing", PasswordFile = "/nowhere/password", AuthorityFile = "/nowhere/authority.pem", KeyFile = "/nowhere/key.pem",
            Prefetch = 0, LedgerPauseSeconds = 61, ReconnectSeconds = 0,
        };
        Faults(options).ShouldBe([
            "Bus:Address holds a user or password, which would be seen wherever settings are: give Bus:User and Bus:PasswordFile.",
            "Bus:Address is not loopback and has no TLS: give amqps://, so that no password crosses a network in clear.",
            "Bus:PasswordFile names /nowhere/password, which is not there: 'infosharing broker prepare' makes it.",
            "Bus:AuthorityFile names no file.",
            "Bus:KeyFile names no file.",
            "Bus:KeyFile is given without Bus:CertificateFile: give both, or neither.",
            "Bus:AuthorityFile and Bus:CertificateFile are for TLS, and Bus:Address has none: give amqps://, or leave them blank.",
            "Bus:Prefetch is 0: give 1 to 64.",
            "Bus:LedgerPauseSeconds is 61: give 1 to 60.",
            "Bus:ReconnectSeconds is 0: give 1 to 300.",
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("broker.example")]
    [InlineData("https://broker.example")]
    public void An_address_that_is_none_is_refused(string address) =>
        Faults(new() { Transport = BusTransport.RabbitMq, Address = address }).ShouldBe(["Bus:Address is not an address of a broker: give amqps://host/virtual-host.", "Bus:PasswordFile is blank: name the file with the password that 'infosharing broker prepare' made."]);

    [Fact]
    public void A_password_that_others_may_read_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Faults(new() { Transport = BusTransport.RabbitMq, Address = "amqps://broker.example", PasswordFile = file }).ShouldBe([$"Bus:PasswordFile names {file}, which others may read or write: give it mode 0600."]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("amqps://broker.example", "infosharing")]
    [InlineData("amqps://broker.example/", "infosharing")]
    [InlineData("amqps://broker.example/north%2Feast", "north/east")]
    public void The_virtual_host_is_the_addresss(string address, string expected) => new BusOptions { Address = address }.VirtualHost.ShouldBe(expected);

    private static IEnumerable<string> Faults(BusOptions options) =>
        new BusOptionsValidator(new ServiceCollection().BuildServiceProvider()).Validate(null, options).Failures ?? [];
}
