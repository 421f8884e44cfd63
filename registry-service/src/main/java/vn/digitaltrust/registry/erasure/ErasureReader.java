package vn.digitaltrust.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.TwoPeople;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.vocabulary.VietnamTime;

/** Shows requests, with what they wait for and since when it is due. */
@ApplicationScoped
class ErasureReader {
  private final ErasureRepository repository;
  private final AccessLog accessLog;
  private final Clock clock;

  ErasureReader(ErasureRepository repository, AccessLog accessLog, Clock clock) {
    this.repository = repository;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  @Transactional
  ErasureView read(UUID id) {
    return views(List.of(repository.require(id))).get(0);
  }

  @Transactional
  Page<ErasureView> list(TwoPeople.Status status, UUID subject, String token, int asked) {
    var limit = Page.limit(asked);
    var cursor = Cursor.of("erasure-requests", status, subject);
    var after = cursor.read(token);
    var rows =
        repository.page(status, subject, after == null ? null : UUID.fromString(after), limit + 1);
    return Page.of(views(rows), limit, view -> view.id().toString(), cursor);
  }

  private List<ErasureView> views(List<ErasureRequest> page) {
    var ids = page.stream().map(ErasureRequest::id).toList();
    var answers = repository.answers(ids);
    var told = repository.told(ids);
    var today = VietnamTime.dayOf(clock.instant());
    page.forEach(asked -> accessLog.read("erasure-request", asked.subject()));
    return page.stream()
        .map(
            asked ->
                ErasureView.of(
                    asked,
                    answers.getOrDefault(asked.id(), List.of()),
                    told.getOrDefault(asked.id(), Long.MAX_VALUE),
                    today))
        .toList();
  }
}
