package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.gateway.trust.Samples.END;
import static vn.digitaltrust.gateway.trust.Samples.MIDDLE;
import static vn.digitaltrust.gateway.trust.Samples.START;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.verdict.Subject;
import vn.digitaltrust.verdict.Subjects;
import vn.digitaltrust.vocabulary.account.Account;
import vn.digitaltrust.vocabulary.account.Platform;

/** From entries of the registry to what is known of subjects. */
class RegistryContentTest {
  private static final Account ACCOUNT = Account.ofHandle(Platform.TIKTOK, "hu.cau.linh");
  private static final Account BY_ID = Account.ofId(Platform.TIKTOK, Samples.PAGE);

  private final RegistryContent content = new RegistryContent();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  @DisplayName("GW-11 merges are read, one by one and together")
  void merges() {
    content.put(Samples.subject(first, "MERGED", "KOL-1", second));
    content.put(List.of(Samples.subject(second, "REGISTERED", "KOL-2", null)));

    Subjects subjects = content.subjects();
    Subject named = subjects.holder("KOL-1").orElseThrow();
    assertEquals(second, subjects.family(named).canonical().id());
    assertEquals(Set.of(first, second), subjects.family(named).members());
  }

  @Test
  @DisplayName("GW-22 an account says since when it is proven; what is no instant proves nothing")
  void proven() {
    UUID account = UUID.randomUUID();
    content.put(Samples.subject(first, "REGISTERED", "KOL-1", null));
    for (String since : new String[] {null, "yesterday"}) {
      content.put(Samples.provenAccount(account, first, "hu.cau.linh", since));
      assertEquals(Optional.empty(), provenSince());
    }
    content.put(List.of(Samples.provenAccount(account, first, "hu.cau.linh", START.toString())));
    assertEquals(Optional.of(START), provenSince());
  }

  private Optional<Instant> provenSince() {
    return content.subjects().holding(ACCOUNT, MIDDLE).map(Subjects.Holding::provenSince);
  }

  @Test
  @DisplayName("GW-15 of what one transaction says about an account, the last counts")
  void together() {
    UUID account = UUID.randomUUID();
    content.put(
        List.of(
            Samples.account(account, first, "hu.cau.linh", START, null),
            Samples.account(account, first, "hu.cau.linh", START, MIDDLE)));
    assertEquals(Optional.empty(), owner(ACCOUNT));
  }

  @Test
  @DisplayName("GW-4 an account is read with its handle and the platform's own id")
  void account() {
    content.put(Samples.page(UUID.randomUUID(), first, "hu.cau.linh", START, MIDDLE));
    content.put(Samples.page(UUID.randomUUID(), second, "hu.cau.linh", MIDDLE, null));
    assertEquals(Optional.of(second), owner(ACCOUNT));
    assertEquals(Optional.of(second), owner(BY_ID));
  }

  private Optional<UUID> owner(Account account) {
    return content.subjects().owner(account, END).map(Subject::id);
  }
}
