package vn.digitaltrust.door;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import vn.digitaltrust.journal.JournalDiverged;
import vn.digitaltrust.journal.NotGranted;
import vn.digitaltrust.journal.ParameterOutOfBounds;
import vn.digitaltrust.journal.ReadsUnlogged;
import vn.digitaltrust.journal.RetryKeyMalformed;
import vn.digitaltrust.journal.RetryKeyReused;
import vn.digitaltrust.journal.RetryStillRunning;
import vn.digitaltrust.journal.SnapshotsBusy;

/** What the journal library refuses, as problems of this service. */
final class JournalRefusals {
  private JournalRefusals() {}

  /** 409: the follower's hash is of another history; it should load the snapshot. */
  @Provider
  public static class Diverged extends ExceptionMapperBase<JournalDiverged> {
    @Override
    protected HttpProblem toProblem(JournalDiverged cause) {
      return Refusal.of(Kind.JOURNAL_DIVERGED);
    }
  }

  /** 400: a parameter of a journal that is out of bounds. */
  @Provider
  public static class OutOfBounds extends ExceptionMapperBase<ParameterOutOfBounds> {
    @Override
    protected HttpProblem toProblem(ParameterOutOfBounds cause) {
      if (cause.bounds() == null) {
        return Refusal.invalid(cause.name(), "query.hash");
      }
      return cause.bounds().isOpen()
          ? Refusal.invalid(cause.name(), "query.least", cause.bounds().least())
          : Refusal.invalid(
              cause.name(), "query.range", cause.bounds().least(), cause.bounds().most());
    }
  }

  /** 422: the same key came with another body. */
  @Provider
  public static class Reused extends ExceptionMapperBase<RetryKeyReused> {
    @Override
    protected HttpProblem toProblem(RetryKeyReused cause) {
      return Refusal.of(Kind.RETRY_KEY_REUSED);
    }
  }

  /** 409: the first request with this key has not ended yet. */
  @Provider
  public static class Running extends ExceptionMapperBase<RetryStillRunning> {
    @Override
    protected HttpProblem toProblem(RetryStillRunning cause) {
      return Refusal.of(Kind.RETRY_STILL_RUNNING);
    }
  }

  /** 400: the key is not 1 to 200 visible ASCII characters. */
  @Provider
  public static class Malformed extends ExceptionMapperBase<RetryKeyMalformed> {
    @Override
    protected HttpProblem toProblem(RetryKeyMalformed cause) {
      return Refusal.invalid("Idempotency-Key", "retry-key.malformed");
    }
  }

  /** 503: too many snapshots are being read, one of them perhaps by this very client. */
  @Provider
  public static class Busy extends ExceptionMapperBase<SnapshotsBusy> {
    @Override
    protected HttpProblem toProblem(SnapshotsBusy cause) {
      return Refusal.busy(
          SnapshotsBusy.RETRY_AFTER,
          cause.clientReads() ? "snapshots.client-reads" : "snapshots.all-taken");
    }
  }

  /** 403: a service reads a journal of which it is granted nothing. */
  @Provider
  public static class Ungranted extends ExceptionMapperBase<NotGranted> {
    @Override
    protected HttpProblem toProblem(NotGranted cause) {
      return Refusal.forbidden("journal.not-granted", cause.client());
    }
  }

  /** 503: what is read could not be logged, so it is not read. */
  @Provider
  public static class Unlogged extends ExceptionMapperBase<ReadsUnlogged> {
    @Override
    protected HttpProblem toProblem(ReadsUnlogged cause) {
      return Refusal.of(Kind.UNAVAILABLE);
    }
  }
}
