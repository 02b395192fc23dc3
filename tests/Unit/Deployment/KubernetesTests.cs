using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace InfoSharing.Tests.Unit.Deployment;

/// <summary>What deploy/kubernetes promises, held without a cluster: its files for themselves, and the example as kubectl makes it, where there is one.</summary>
public class KubernetesTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "deploy", "kubernetes");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))];

    public static TheoryData<string> Workloads => ["base/agency/deployment.yaml", "base/broker/stateful-set.yaml", "base/database/stateful-set.yaml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_yaml_holds_no_secret_and_names_files_that_are_there(string name)
    {
        var file = Path.Combine(Folder, name);
        foreach (var document in Yaml.Read(file))
        {
            document["kind"].Text.ShouldNotBe("Secret", "what is secret comes from elsewhere");
            document["apiVersion"].Text.ShouldNotBeEmpty();
            if (Path.GetFileName(name) != "kustomization.yaml") continue;
            var beside = Path.GetDirectoryName(file)!;
            foreach (var resource in document["resources"].Texts.Concat(document["components"].Texts)) Path.Exists(Path.Combine(beside, resource)).ShouldBeTrue(resource);
            foreach (var generated in document["configMapGenerator"].Items.SelectMany(one => one["files"].Texts)) File.Exists(Path.Combine(beside, generated)).ShouldBeTrue(generated);
            // What lies there is also named.
            foreach (var lies in Directory.EnumerateFiles(beside, "*.yaml").Select(Path.GetFileName).Where(lies => lies != "kustomization.yaml")) document["resources"].Texts.ShouldContain(lies);
        }
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void A_pod_has_no_more_of_its_node_than_it_needs_and_none_of_the_cluster(string name)
    {
        var workload = Yaml.Read(Path.Combine(Folder, name)).Single();
        var pod = workload["spec", "template", "spec"];
        pod["automountServiceAccountToken"].Text.ShouldBe("false");
        pod["securityContext", "runAsNonRoot"].Text.ShouldBe("true");
        pod["securityContext", "seccompProfile", "type"].Text.ShouldBe("RuntimeDefault");
        pod["affinity", "podAntiAffinity"].IsThere.ShouldBeTrue();
        pod["topologySpreadConstraints"].Items.ShouldNotBeEmpty();
        foreach (var container in pod["containers"].Items.Concat(pod["initContainers"].Items))
        {
            container["securityContext", "allowPrivilegeEscalation"].Text.ShouldBe("false", container.At);
            container["securityContext", "readOnlyRootFilesystem"].Text.ShouldBe("true", container.At);
            container["securityContext", "capabilities", "drop"].Texts.ShouldBe(["ALL"], container.At);
            foreach (var bound in new[] { "requests", "limits" })
                foreach (var what in new[] { "cpu", "memory" }) container["resources", bound, what].IsThere.ShouldBeTrue($"{container.At} {bound} {what}");
            container["image"].Text.ShouldMatch(@":\d+\.\d+(\.\d+)?(-[a-z0-9]+)*$");
            foreach (var variable in container["env"].Items.Where(one => one["name"].Text.Contains("PASSWORD", StringComparison.Ordinal))) variable["name"].Text.ShouldEndWith("_FILE");
        }
        foreach (var probe in new[] { "startupProbe", "readinessProbe", "livenessProbe" }) pod["containers"].Items.Single()[probe].IsThere.ShouldBeTrue(probe);
        foreach (var volume in pod["volumes"].Items) volume["hostPath"].IsThere.ShouldBeFalse(volume.At);
    }

    [Fact]
    public void An_agency_has_replicas_and_reaches_broker_database_names_and_collector_and_no_other_agency()
    {
        var policies = Yaml.Read(Path.Combine(Folder, "base/agency/network-policies.yaml"));
        policies[0]["spec", "podSelector"].Entries.ShouldBeEmpty("the first allows nothing, to any");
        policies[0]["spec", "policyTypes"].Texts.ShouldBe(["Ingress", "Egress"]);
        foreach (var absent in new[] { "ingress", "egress" }) policies[0]["spec", absent].IsThere.ShouldBeFalse();
        policies[1]["spec", "egress"].Items.SelectMany(rule => rule["ports"].Items).Select(port => port["port"].Text).Distinct().ShouldBe(["53", "5671", "5432", "4318"]);
        policies[1]["spec", "egress"].Items.SelectMany(rule => rule["to"].Items).Any(to => to["namespaceSelector", "matchLabels", "infosharing/part"].Text == "agency").ShouldBeFalse();
        int.Parse(Yaml.Read(Path.Combine(Folder, "base/agency/deployment.yaml")).Single()["spec", "replicas"].Text).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void The_database_waits_for_a_named_standby_and_promises_what_a_ledger_asks_for()
    {
        File.ReadAllText(Path.Combine(Folder, "base/database/first.sh")).ShouldContain("synchronous_standby_names = '\"database-1\"'");
        var start = File.ReadAllText(Path.Combine(Folder, "base/database/start.sh"));
        foreach (var promise in new[] { "synchronous_commit=on", "fsync=on", "full_page_writes=on", "ssl=on" }) start.ShouldContain(promise);
    }

    [Fact]
    public void The_example_is_what_its_files_say_as_kubectl_makes_it()
    {
        var made = Yaml.Parse(Kustomized(), "example");
        var kinds = made.Select(one => one["kind"].Text).ToList();
        kinds.Count(kind => kind == "Namespace").ShouldBe(3);
        foreach (var one in made.Where(one => one["kind"].Text != "Namespace")) one["metadata", "namespace"].Text.ShouldNotBeEmpty(one["metadata", "name"].Text);
        foreach (var space in made.Where(one => one["kind"].Text == "Namespace")) space["metadata", "labels", "pod-security.kubernetes.io/enforce"].Text.ShouldBe("restricted");
        foreach (var workload in made.Where(one => one["kind"].Text is "Deployment" or "StatefulSet"))
        {
            bool IsOf(Yaml one, string kind) => one["kind"].Text == kind && one["metadata", "namespace"].Text == workload["metadata", "namespace"].Text;
            var name = workload["spec", "selector", "matchLabels", "app.kubernetes.io/name"].Text;
            made.Any(one => IsOf(one, "PodDisruptionBudget") && one["spec", "selector", "matchLabels", "app.kubernetes.io/name"].Text == name).ShouldBeTrue(workload.At);
            made.Any(one => IsOf(one, "NetworkPolicy") && one["spec", "podSelector", "matchLabels", "app.kubernetes.io/name"].Text == name).ShouldBeTrue(workload.At);
            made.Any(one => IsOf(one, "NetworkPolicy") && one["spec", "podSelector"].Entries.Count == 0).ShouldBeTrue("nothing but what is allowed");
        }
        foreach (var agency in new[] { "leeds-social-care", "sandwell-social-care" })
        {
            var own = made.Where(one => one["metadata", "namespace"].Text == agency).ToList();
            own.Single(one => one["kind"].Text == "ScaledObject")["spec", "triggers"].Items.Single()["metadata", "query"].Text.ShouldContain(agency);
            var settings = JsonSerializer.Deserialize<Dictionary<string, string>>(own.Single(one => one["kind"].Text == "ConfigMap" && one["data", "settings.json"].IsThere)["data", "settings.json"].Text)!;
            settings["Agency:Id"].ShouldBe(agency);
            settings["Ledger:Connection"].ShouldContain($"Database={agency.Replace('-', '_')};");
            own.SelectMany(one => one.All).Any(one => one.Text.Contains("infosharing/agency:0.0.0", StringComparison.Ordinal)).ShouldBeFalse("the base's image stands for none");
        }
    }

    private static string Kustomized()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", Path.Combine(Folder, "overlays", "example")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var (made, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, fault.Result);
            return made.Result;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no kubectl here to put the example together.");
            return "";
        }
    }
}
