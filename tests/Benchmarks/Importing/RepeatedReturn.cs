using System.Text;

namespace InfoSharing.Tests.Benchmarks.Importing;

/// <summary>A census return of any length: one child of real shape, over and over, each with an id of its own. Made as it is read.</summary>
internal sealed class RepeatedReturn(long length) : Stream
{
    private const string Head = """
        <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
        <Source><SourceLevel>L</SourceLevel><LEA>383</LEA><SoftwareCode>Any</SoftwareCode><Release>1</Release><SerialNo>1</SerialNo><DateTime>2026-05-23T11:14:05</DateTime></Source></Header><Children>

        """;

    private const string Child = """
        <Child><ChildIdentifiers><LAchildID>L{0}</LAchildID><UPN>A950000178301</UPN><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
        <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>
        <CINdetails><CINreferralDate>2025-10-06</CINreferralDate><ReferralSource>5C</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2025-12-06</DateOfInitialCPC>
        <Assessments><AssessmentActualStartDate>2025-10-08</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-11-19</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
        <Section47><S47ActualStartDate>2025-11-20</S47ActualStartDate><InitialCPCtarget>2025-12-11</InitialCPCtarget><DateOfInitialCPC>2025-12-06</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
        <ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2025-12-06</CPPstartDate><InitialCategoryOfAbuse>EMO</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2026-03-01</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails></Child>

        """;

    private static readonly CompositeFormat ChildFormat = CompositeFormat.Parse(Child);

    private byte[] _part = Encoding.UTF8.GetBytes(Head);
    private int _at;
    private long _made;
    private int _children;
    private bool _closed;

    /// <summary>How many children it has given so far.</summary>
    public int Children => _children;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _made; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _part.Length && !Next()) return 0;
        var taken = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, taken).CopyTo(buffer);
        _at += taken;
        _made += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        if (_closed) return false;
        _closed = _made >= length;
        _part = Encoding.UTF8.GetBytes(_closed ? "</Children></Message>" : string.Format(null, ChildFormat, _children++));
        _at = 0;
        return true;
    }
}
