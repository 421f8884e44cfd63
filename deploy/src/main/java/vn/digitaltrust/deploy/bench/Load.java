package vn.digitaltrust.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server over connections that stay open, one request at a time on each, from one thread.
 * Requests are bytes made beforehand and answers are only followed to their end, so that little of
 * a machine that is shared goes to the asking.
 */
public final class Load {
  private static final int READ_BYTES = 256 * 1024;
  private static final long NAP_NANOS = 20_000;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  private final InetSocketAddress server;
  private final List<ByteBuffer> requests;
  private final int connections;

  /**
   * A load that is not yet on.
   *
   * @param requests sent in turn, again and again
   * @param connections how many requests are under way at most
   */
  public Load(int port, List<byte[]> requests, int connections) {
    this.server = new InetSocketAddress("127.0.0.1", port);
    this.requests = requests.stream().map(Load::direct).toList();
    this.connections = connections;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** Sends on every connection as soon as the answer before has come. */
  public Outcome asFastAsAnswered(Duration time) {
    return run(0, time);
  }

  /** Sends so many requests a second, evenly, however long the answers take. */
  public Outcome at(double perSecond, Duration time) {
    return run((long) (1e9 / perSecond), time);
  }

  private Outcome run(long paceNanos, Duration time) {
    try (Selector selector = Selector.open();
        Run run = new Run(selector, paceNanos, time.toNanos())) {
      for (int i = 0; i < connections; i++) {
        run.connect();
      }
      return run.outcome();
    } catch (IOException e) {
      throw new UncheckedIOException("the load on port " + server.getPort() + " broke off", e);
    }
  }

  /** One connection and the request that is under way on it. */
  private static final class Wire {
    private final SocketChannel channel;
    private final AnswerReader reader = new AnswerReader();
    private ByteBuffer unwritten;
    private SelectionKey key;
    private long due;
    private long sent;

    private Wire(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private final class Run implements AutoCloseable {
    private final Selector selector;
    private final long pace;
    private final long length;
    private final Outcome outcome = new Outcome();
    private final Deque<Wire> idle = new ArrayDeque<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private long begun;
    private long count;

    private Run(Selector selector, long pace, long length) {
      this.selector = selector;
      this.pace = pace;
      this.length = length;
    }

    private void connect() throws IOException {
      SocketChannel channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Wire wire = new Wire(channel);
      wire.key = channel.register(selector, SelectionKey.OP_READ, wire);
      idle.add(wire);
    }

    private Outcome outcome() throws IOException {
      begun = System.nanoTime();
      long end = begun + length;
      for (long now = begun; now < end; now = System.nanoTime()) {
        while (!idle.isEmpty() && due(now) <= now) {
          send(idle.poll(), due(now));
        }
        if (!exchange() && pace > 0) {
          LockSupport.parkNanos(Math.min(NAP_NANOS, due(now) - now));
        }
      }
      for (long due = due(end); pace > 0 && due < end; due += pace) {
        outcome.unsent(due, end);
      }
      awaitLastAnswers();
      outcome.took(System.nanoTime() - begun);
      return outcome;
    }

    private long due(long now) {
      return pace == 0 ? now : begun + count * pace;
    }

    private void send(Wire wire, long due) throws IOException {
      wire.due = due;
      wire.sent = System.nanoTime();
      wire.unwritten = requests.get((int) (count++ % requests.size())).duplicate();
      write(wire);
    }

    private void write(Wire wire) throws IOException {
      wire.channel.write(wire.unwritten);
      wire.key.interestOps(
          wire.unwritten.hasRemaining()
              ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
              : SelectionKey.OP_READ);
    }

    /** Moves what can be moved; false if that was nothing. */
    private boolean exchange() throws IOException {
      // Until an answer comes nothing can be sent: to look again and again would take a processor.
      boolean waits = pace == 0 || idle.isEmpty();
      int ready = waits ? selector.select(this::move, 100) : selector.selectNow(this::move);
      return ready > 0;
    }

    private void move(SelectionKey key) {
      Wire wire = (Wire) key.attachment();
      try {
        if (key.isWritable()) {
          write(wire);
        }
        if (key.isReadable()) {
          read(wire);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void read(Wire wire) throws IOException {
      in.clear();
      if (wire.channel.read(in) < 0) {
        throw new IOException("the server closed a connection");
      }
      in.flip();
      if (wire.reader.take(in)) {
        outcome.answered(wire.reader.status(), wire.due, wire.sent, System.nanoTime());
        idle.add(wire);
      }
    }

    private void awaitLastAnswers() throws IOException {
      long patience = System.nanoTime() + LAST_ANSWERS.toNanos();
      while (idle.size() < connections) {
        if (System.nanoTime() > patience) {
          throw new IOException(
              "%d requests got no answer within %d s"
                  .formatted(connections - idle.size(), LAST_ANSWERS.toSeconds()));
        }
        selector.select(this::move, TimeUnit.MILLISECONDS.toMillis(100));
      }
    }

    @Override
    public void close() throws IOException {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }
}
