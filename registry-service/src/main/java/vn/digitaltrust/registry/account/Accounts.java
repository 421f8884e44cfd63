package vn.digitaltrust.registry.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Caller;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.Moment;
import vn.digitaltrust.registry.subject.SubjectErased;
import vn.digitaltrust.registry.subject.Subjects;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.account.AccountAddress;
import vn.digitaltrust.vocabulary.account.Platform;

/** What is done to accounts, and how they are read. */
@ApplicationScoped
public class Accounts {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final AccountRepository accounts;
  private final AccountBounds bounds;
  private final Subjects subjects;
  private final Journal journal;
  private final Caller caller;
  private final Event<AccountChanged> changes;
  private final Clock clock;

  Accounts(
      AccountRepository accounts,
      AccountBounds bounds,
      Subjects subjects,
      Journal journal,
      Caller caller,
      Event<AccountChanged> changes,
      Clock clock) {
    this.accounts = accounts;
    this.bounds = bounds;
    this.subjects = subjects;
    this.journal = journal;
    this.caller = caller;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Opens an account of a subject that the caller knows to be there.
   *
   * @return the account's id
   * @throws Refusal 400 for an address that is none, 422 (ACC-4) for a start in the future or
   *     before there were any
   */
  @Transactional
  public UUID open(UUID subject, AccountRequest request) {
    var given = Addresses.of(request);
    var now = Moment.of(clock);
    var startsAt = startsAt(request, now);
    if (startsAt.isAfter(now) || startsAt.isBefore(EARLIEST)) {
      throw Refusal.rule("ACC-4", "account.start");
    }
    return keep(
        new Account(Ids.next(now), subject, given.address(), given.platformId(), startsAt),
        "account.opened");
  }

  /**
   * ACC-21: refuses an account that is taken, by its field. The database would refuse it too, but
   * could not say which one of many it was.
   *
   * @throws Refusal 409
   */
  @Transactional
  public void requireFree(UUID subject, AccountRequest request) {
    var given = Addresses.of(request);
    var from = startsAt(request, Moment.of(clock));
    var named = given.address().handleKey() != null ? "handle" : "platformId";
    var field = request.url() != null ? "url" : named;
    requireFree(subject, given.address(), field, from);
    if (given.platformId() != null) {
      var byUrl = given.address().platformId() != null && request.url() != null;
      requireFree(
          subject,
          AccountAddress.ofPlatformId(given.address().platform(), given.platformId()),
          byUrl ? "url" : "platformId",
          from);
    }
  }

  private void requireFree(UUID subject, AccountAddress address, String field, Instant from) {
    var byHandle = address.handleKey() != null;
    var key = byHandle ? address.handleKey() : address.platformId();
    accounts
        .holder(address.platform(), byHandle, key, from)
        .ifPresent(
            holder -> {
              var shown = byHandle ? address.displayHandle() : key;
              if (holder.endsAt() != null) {
                throw Refusal.conflict(
                    field, "account.taken-until", shown, address.platform(), holder.endsAt());
              }
              var here = subjects.sameAs(subject).contains(holder.subject());
              throw Refusal.conflict(
                  field, here ? "account.open-here" : "account.taken", shown, address.platform());
            });
  }

  private static Instant startsAt(AccountRequest request, Instant now) {
    return request.startsAt() == null ? now : Moment.exact(request.startsAt());
  }

  @Transactional
  UUID openFor(UUID subject, AccountRequest request) {
    if (caller.is(Roles.REGISTRAR)) {
      subjects.hold(subject);
    } else {
      subjects.holdRecorded(subject);
    }
    bounds.requireRoom(subjects.sameAs(subject));
    requireFree(subject, request);
    var id = open(subject, request);
    accounts.flush();
    return id;
  }

  @Transactional
  UUID close(UUID id, String ifMatch, ClosureRequest request) {
    subjects.lock(accounts.subjectOf(id));
    var account = accounts.lock(id);
    Etag.require(ifMatch, account.version());
    var now = Moment.of(clock);
    account.close(request.endsAt() == null ? now : Moment.exact(request.endsAt()), now);
    accounts.flush();
    tell(account, "account.closed");
    return id;
  }

  /** Closes the interval of the old handle and opens that of the new one at the same instant. */
  @Transactional
  UUID rename(UUID id, String ifMatch, HandleRequest request) {
    subjects.hold(accounts.subjectOf(id));
    var account = accounts.lock(id);
    Etag.require(ifMatch, account.version());
    bounds.requireRoom(subjects.sameAs(account.subject()));
    var now = Moment.of(clock);
    var from = request.from() == null ? now : Moment.exact(request.from());
    var address = Addresses.ofHandle(account.platform(), request.handle());
    var platformId = account.platformId();
    account.close(from, now);
    accounts.flush();
    tell(account, "account.closed");
    requireFree(account.subject(), address, "handle", from);
    var renamed =
        keep(
            renamed(
                account, new Account(Ids.next(now), account.subject(), address, platformId, from)),
            "account.opened");
    accounts.flush();
    return renamed;
  }

  /** CLM-10. */
  private static Account renamed(Account before, Account after) {
    if (before.platformId() != null && before.provenAt() != null) {
      after.prove(before.provenAt());
    }
    return after;
  }

  /**
   * Whose an account is.
   *
   * @throws Refusal 404 when there is none
   */
  public Held held(UUID id) {
    return Held.of(accounts.require(id));
  }

  /** Notes in the caller's transaction, which has locked the subject, that an account is proven. */
  public void prove(UUID id, Instant at) {
    var account = accounts.lock(id);
    account.prove(at);
    accounts.flush();
    tell(account, "account.proven");
  }

  /**
   * Ends an account's interval and opens one of another subject, proven, in the caller's
   * transaction, which has locked both subjects.
   *
   * @throws Refusal 409 when the account was closed or erased meanwhile, 422 when the other subject
   *     has too many accounts (ACC-7)
   */
  public void handOver(UUID id, UUID subject, Instant at) {
    var account = accounts.lock(id);
    var address = account.address();
    var platformId = account.platformId();
    bounds.requireRoom(subjects.sameAs(subject));
    account.close(at, at);
    accounts.flush();
    tell(account, "account.closed");
    var opened = new Account(Ids.next(at), subject, address, platformId, at);
    opened.prove(at);
    keep(opened, "account.opened");
    accounts.flush();
  }

  @Transactional
  AccountAnswer read(UUID id) {
    var account = accounts.require(id);
    return new AccountAnswer(view(account, canonical(List.of(account))), account.version());
  }

  /** ACC-20: of a person, whichever of the merged subjects an account was opened for. */
  @Transactional
  Page<AccountView> ofSubject(UUID subject, String token, int asked) {
    subjects.require(subject);
    var limit = Page.limit(asked);
    var cursor = Cursor.of("accounts-of-subject", subject);
    return page(
        accounts.ofSubjects(subjects.sameAs(subject), after(cursor, token), limit + 1),
        limit,
        cursor);
  }

  /** All intervals of one address, the present one last. */
  @Transactional
  Page<AccountView> at(AccountAddress address, String token, int asked) {
    var limit = Page.limit(asked);
    var cursor =
        Cursor.of("accounts-at", address.platform(), address.handleKey(), address.platformId());
    return page(accounts.at(address, after(cursor, token), limit + 1), limit, cursor);
  }

  private Page<AccountView> page(List<Account> rows, int limit, Cursor cursor) {
    var page = Page.of(rows, limit, account -> account.id().toString(), cursor);
    var canonical = canonical(page.items());
    return page.map(account -> view(account, canonical));
  }

  private Map<UUID, UUID> canonical(List<Account> accounts) {
    return subjects.canonical(accounts.stream().map(Account::subject).toList());
  }

  private static AccountView view(Account account, Map<UUID, UUID> canonical) {
    return new AccountView(AccountState.of(account), canonical.get(account.subject()));
  }

  /** ACC-5, in the transaction of the erasure. */
  void erase(@Observes SubjectErased erased) {
    for (var account : accounts.toErase(erased.subject())) {
      account.erase(erased.at());
      accounts.flush();
      tell(account, "account.erased");
    }
  }

  private UUID keep(Account account, String type) {
    accounts.persist(account);
    tell(account, type);
    return account.id();
  }

  private void tell(Account account, String type) {
    changes.fire(new AccountChanged(account.platform(), type));
    journal.append(
        Change.of(
            type,
            account.subject(),
            "account",
            account.id(),
            account.version(),
            AccountState.of(account)));
  }

  private static UUID after(Cursor cursor, String token) {
    var after = cursor.read(token);
    return after == null ? null : UUID.fromString(after);
  }

  /**
   * Whose an account is, for other features.
   *
   * @param host the listed host of {@code OTHER}, otherwise null
   * @param open whether it has no end
   * @param provenAt since when it is proven, or null
   */
  public record Held(UUID subject, Platform platform, String host, boolean open, Instant provenAt) {
    private static Held of(Account account) {
      var key = account.platform() == Platform.OTHER ? account.handleKey() : null;
      return new Held(
          account.subject(),
          account.platform(),
          key == null ? null : key.substring(0, key.indexOf('/')),
          account.endsAt() == null,
          account.provenAt());
    }
  }

  /** One change of one account, told when its journal entry is appended. */
  record AccountChanged(Platform platform, String type) {}

  /** An account and its version. */
  record AccountAnswer(AccountView view, long version) {}
}
