package vn.digitaltrust.door.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.RuntimeExceptionMapper;

/**
 * The exception mappers that won. Of two for one exception the framework keeps one, by priority or
 * by chance, so those that are meant stand here, and each service asks for itself.
 */
public final class Mappers {
  private static final String MEANT =
      """
      AuthenticationCompletionException -> AuthenticationCompletionExceptionMapper
      AuthenticationFailedException -> TokenRefusals$Invalid
      AuthenticationRedirectException -> AuthenticationRedirectExceptionMapper
      BrokenOff -> BodyLimit$Incomplete
      ConstraintViolationException -> ConstraintViolationExceptionMapper
      Exception -> DefaultExceptionMapper
      ForbiddenException -> ForbiddenExceptionMapper
      ForbiddenException -> JaxRsForbiddenExceptionMapper
      HttpProblem -> HttpProblemMapper
      IllegalStateException -> DatabaseRefusals$Library
      InvalidDefinitionException -> NativeInvalidDefinitionExceptionMapper
      InvalidFormatException -> InvalidFormatExceptionMapper
      JournalDiverged -> JournalRefusals$Diverged
      JsonProcessingException -> JsonProcessingExceptionMapper
      MismatchedInputException -> JsonRefusals$Mismatched
      NotAllowedException -> AllowedMethods$Refused
      NotFoundException -> NotFoundExceptionMapper
      NotGranted -> JournalRefusals$Ungranted
      OtherEncoding -> PlainBodies$Encoded
      ParameterOutOfBounds -> JournalRefusals$OutOfBounds
      PersistenceException -> DatabaseRefusals$Persistence
      ProcessingException -> RestEasyClassicJsonbExceptionMapper
      ReadsUnlogged -> JournalRefusals$Unlogged
      QuarkusTransactionException -> DatabaseRefusals$Programmatic
      RetryKeyMalformed -> JournalRefusals$Malformed
      RetryKeyReused -> JournalRefusals$Reused
      RetryStillRunning -> JournalRefusals$Running
      RollbackException -> DatabaseRefusals$Rollback
      SnapshotsBusy -> JournalRefusals$Busy
      TooLarge -> BodyLimit$Exceeded
      UnauthorizedException -> TokenRefusals$Missing
      Untyped -> PlainBodies$Unnamed
      UnrecognizedPropertyException -> UnrecognizedPropertyExceptionMapper
      ValidationException -> ValidationExceptionMapper
      WebApplicationException -> WebApplicationExceptionMapper
      """;

  private Mappers() {}

  /**
   * Fails unless the process under test maps these exceptions by these mappers and no others.
   *
   * @param own lines of what this service alone maps, as in the list of all
   */
  public static void areThoseMeant(String... own) {
    String meant =
        Stream.concat(MEANT.lines(), Stream.of(own)).sorted().collect(Collectors.joining("\n"));
    String won =
        RuntimeExceptionMapper.getMappers().entrySet().stream()
            .map(it -> it.getKey().getSimpleName() + " -> " + name(it.getValue().getClassName()))
            .sorted()
            .collect(Collectors.joining("\n"));
    assertEquals(meant, won);
  }

  /** The class without its package, and without what the framework makes up anew for it. */
  private static String name(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$ExceptionMapper\\$.*", "");
  }
}
