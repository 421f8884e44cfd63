package vn.digitaltrust.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes a POST safe to repeat: the same actor, route and {@code Idempotency-Key} run the work once.
 *
 * <p>The key row is committed together with the work, so a failure or a crash keeps nothing and the
 * request may be tried again. While the work runs an advisory lock of its transaction stands for
 * the key; the database drops it with the connection. Keys are kept for 7 days (see {@link
 * RetryKeyPurge}). Of the request only a keyed hash is stored (secret: {@code
 * journal.retry.secret}, the same for all replicas).
 */
@ApplicationScoped
public class RetryKeys {
  /** The request header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  static final Duration KEPT = Duration.ofDays(7);
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int SHORTEST_SECRET = 32;
  private static final Logger LOG = Logger.getLogger(RetryKeys.class);

  /** Absent and null are the same, so that a new optional property does not change old requests. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final Origin.Source origins;
  private final Transactions transactions;
  private final RetryKeyRows rows;
  private final Clock clock;
  private final byte[] secret;

  @Inject
  RetryKeys(
      DataSource dataSource,
      TransactionManager transactions,
      Origin.Source origins,
      Clock clock,
      @ConfigProperty(name = "journal.retry.secret") String secret) {
    this.origins = origins;
    this.transactions = new Transactions(transactions);
    this.rows = new RetryKeyRows(dataSource);
    this.clock = clock;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    if (this.secret.length < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "journal.retry.secret needs at least 32 random characters (JOURNAL_RETRY_SECRET)");
    }
  }

  /** Makes a missing or short secret stop the start instead of the first request. */
  void atStart(@Observes StartupEvent started) {
    LOG.debugf("retry keys are kept for %d days", KEPT.toDays());
  }

  /**
   * Runs the work in one transaction, once per key, and shows its outcome. Without the header the
   * work simply runs in a transaction. Remote calls belong before this call.
   *
   * @param request the request record, compared with that of the first call
   * @param work makes the change and returns the id of what it made; joins the transaction
   * @param render reads the outcome again, under the caller's rights, outside the transaction
   * @throws RetryKeyMalformed when the key is not 1 to 200 visible ASCII characters
   * @throws RetryKeyReused when the key came with another request before
   * @throws RetryStillRunning while another request with the key is running
   * @throws IllegalStateException inside an active transaction
   */
  public <R> R once(Object request, Supplier<UUID> work, Function<UUID, R> render) {
    Optional<RetryKeyRows.Slot> slot = slot();
    if (slot.isEmpty()) {
      return render.apply(transactions.inNew(work));
    }
    byte[] mac = mac(json(request));
    UUID outcome = transactions.inNew(() -> first(slot.get(), mac, work));
    return render.apply(outcome);
  }

  /**
   * JRN-29: as {@link #once(Object, Supplier, Function)}, with something to do before the
   * transaction, such as to ask a neighbour. It is not done when the outcome is known already.
   *
   * @param before what is done first; it may refuse the request
   * @param work is given what came of that
   */
  public <A, R> R once(
      Object request, Supplier<A> before, Function<A, UUID> work, Function<UUID, R> render) {
    Optional<UUID> known =
        slot().flatMap(slot -> outcome(slot, mac(json(request)), clock.instant()));
    if (known.isPresent()) {
      return render.apply(known.get());
    }
    A answer = before.get();
    return once(request, () -> work.apply(answer), render);
  }

  /** Empty without the header. */
  private Optional<RetryKeyRows.Slot> slot() {
    Optional<String> key = origins.header(HEADER);
    if (key.filter(it -> !VISIBLE.matcher(it).matches()).isPresent()) {
      throw new RetryKeyMalformed("a retry key is 1 to 200 visible ASCII characters");
    }
    return key.map(it -> new RetryKeyRows.Slot(origins.current().actor(), origins.route(), it));
  }

  private UUID first(RetryKeyRows.Slot slot, byte[] mac, Supplier<UUID> work) {
    long lock =
        ByteBuffer.wrap(
                mac(
                    (slot.actor() + '\n' + slot.route() + '\n' + slot.key())
                        .getBytes(StandardCharsets.UTF_8)))
            .getLong();
    if (!rows.lock(lock)) {
      throw new RetryStillRunning("a request with this retry key is still running");
    }
    Instant now = clock.instant();
    Optional<UUID> known = outcome(slot, mac, now);
    if (known.isPresent()) {
      return known.get();
    }
    UUID outcome = work.get();
    rows.keep(slot, mac, outcome, now);
    return outcome;
  }

  /** What came of the first request with the key, if there was one. */
  private Optional<UUID> outcome(RetryKeyRows.Slot slot, byte[] mac, Instant now) {
    Optional<RetryKeyRows.Kept> kept = rows.find(slot, now.minus(KEPT));
    if (kept.filter(it -> !MessageDigest.isEqual(it.mac(), mac)).isPresent()) {
      throw new RetryKeyReused("this retry key came with another request before");
    }
    return kept.map(RetryKeyRows.Kept::outcome);
  }

  private byte[] json(Object request) {
    try {
      return MAPPER.writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the request cannot be written as JSON", e);
    }
  }

  private byte[] mac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
