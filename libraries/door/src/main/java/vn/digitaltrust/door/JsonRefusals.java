package vn.digitaltrust.door;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** JSON of another shape than the documented one. */
final class JsonRefusals {
  private JsonRefusals() {}

  /** 400: the framework has an answer of its own for this, which is no problem document. */
  @Provider
  public static class Mismatched extends ExceptionMapperBase<MismatchedInputException> {
    @Override
    protected HttpProblem toProblem(MismatchedInputException cause) {
      return Refusal.of(Kind.MALFORMED_REQUEST);
    }
  }
}
