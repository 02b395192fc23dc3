"""python3 agency.py STUBS ADDRESS unary|stream|error|deadline: one call with Debian's python3-grpcio, stubs made by Debian's protoc."""
import base64
import json
import os
import sys

sys.path.insert(0, sys.argv[1])
import grpc  # noqa: E402
from google.protobuf import json_format  # noqa: E402
from infosharing.v1 import exchange_pb2, exchange_service_pb2_grpc  # noqa: E402

(TOKEN, HOST), CALL = sys.argv[2].split("@"), sys.argv[3]
BEARER = [("authorization", f"Bearer {TOKEN}")]


def details(error):
    found = [value for key, value in error.trailing_metadata() or () if key == "grpc-status-details-bin"]
    return base64.b64encode(found[0]).decode() if found else None


def watch(channel, timeout, end):
    messages = []
    stream = exchange_service_pb2_grpc.CaseExchangeStub(channel).Watch(exchange_pb2.WatchRequest(), timeout=timeout, metadata=BEARER)
    try:
        for message in stream:
            messages.append(message.event)
            if end:
                stream.cancel()
    except grpc.RpcError as error:
        print(json.dumps({"code": error.code().value[0], "messages": messages}))


def check(channel, request):
    # Requests go compressed, as a caller may choose.
    exchange = exchange_service_pb2_grpc.CaseExchangeStub(channel)
    try:
        reply = exchange.Check(json_format.ParseDict(request, exchange_pb2.CheckRequest()), timeout=20, metadata=BEARER, compression=grpc.Compression.Gzip)
        print(json.dumps({"code": 0, "rules": [finding.rule_id for finding in reply.report.findings]}))
    except grpc.RpcError as error:
        print(json.dumps({"code": error.code().value[0], "details": details(error)}))


with grpc.insecure_channel(HOST) as channel:
    if CALL == "unary":
        with open(os.path.join(os.path.dirname(__file__), "agency.json"), encoding="utf-8") as file:
            check(channel, json.load(file))
    elif CALL == "error":
        check(channel, {"transfer": {"id": "not an id"}})
    elif CALL == "stream":
        watch(channel, 20, True)
    elif CALL == "deadline":
        watch(channel, 1.5, False)
