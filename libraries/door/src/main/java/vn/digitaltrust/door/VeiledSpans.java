package vn.digitaltrust.door;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * DOOR-8: a span names the operation, and nobody. What the framework writes down about a request
 * beyond that (the path with its ids, the query, whence it came) is covered before it goes
 * anywhere.
 */
@Singleton
class VeiledSpans implements SpanProcessor {
  private static final String VEIL = "*";
  private static final List<AttributeKey<String>> VEILED =
      Stream.of(
              "url.path",
              "url.query",
              "url.full",
              "client.address",
              "network.peer.address",
              "user_agent.original")
          .map(AttributeKey::stringKey)
          .toList();

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    for (AttributeKey<String> key : VEILED) {
      if (span.getAttribute(key) != null) {
        span.setAttribute(key, VEIL);
      }
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // it is as it shall be
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
