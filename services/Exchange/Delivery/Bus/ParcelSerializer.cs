using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace InfoSharing.Exchange.Delivery.Bus;

/// <summary>Puts a parcel on the bus as the bytes that it is: no JSON, no envelope. A bus with it carries parcels and nothing else.</summary>
internal sealed class ParcelSerializer : RawMessageSerializer, ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    public ContentType ContentType { get; } = new("application/vnd.infosharing.parcel");

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
    {
        if (context.Message is not SealedParcel parcel) throw new NotSupportedException("The bus carries sealed parcels alone.");
        SetRawMessageHeaders(context);
        return new BytesMessageBody(parcel.Body);
    }

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new Received(body, new RawMessageContext(headers, destinationAddress, RawSerializerOptions.Default), this);

    public MessageBody GetMessageBody(string text) => throw new NotSupportedException("A parcel is never text.");

    public void Probe(ProbeContext context) => context.CreateScope("parcel").Add("contentType", ContentType.MediaType);

    private sealed class Received(MessageBody body, MessageContext context, ParcelSerializer serializer)
        : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, [MessageUrn.ForTypeString<SealedParcel>()])
    {
        public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message)
            where T : class
        {
            message = typeof(T) == typeof(SealedParcel) ? new SealedParcel(body.GetBytes()!) as T : null;
            return message is not null;
        }

        public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
        {
            message = messageType == typeof(SealedParcel) ? new SealedParcel(body.GetBytes()!) : null;
            return message is not null;
        }

        public override IMessageSerializer GetMessageSerializer() => serializer;

        public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => serializer;

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => serializer;

        public override Dictionary<string, object> ToDictionary<T>(T? message)
            where T : class => [];
    }
}
