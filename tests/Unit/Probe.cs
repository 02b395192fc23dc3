namespace InfoSharing.Tests;
public class Probe { [Fact] public void Works() { true.ShouldBeTrue(); } }
