package vn.digitaltrust.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.Consumer;

/** A stream of which somebody sees every chunk go by. */
final class Watched implements ReadStream<Buffer> {
  private final ReadStream<Buffer> stream;
  private final Consumer<Buffer> watcher;

  Watched(ReadStream<Buffer> stream, Consumer<Buffer> watcher) {
    this.stream = stream;
    this.watcher = watcher;
  }

  @Override
  public ReadStream<Buffer> handler(Handler<Buffer> handler) {
    stream.handler(
        handler == null
            ? null
            : chunk -> {
              watcher.accept(chunk);
              handler.handle(chunk);
            });
    return this;
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
    stream.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(Handler<Void> handler) {
    stream.endHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    stream.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    stream.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    stream.fetch(amount);
    return this;
  }
}
