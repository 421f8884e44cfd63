package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * The acts of a registrar that KOLs and organisations share, over HTTP: a repeated request acts
 * once, and the answer is the subject as it stands.
 */
@ApplicationScoped
class SubjectActs {
  private final SubjectDesk desk;
  private final SubjectAnswers answers;

  SubjectActs(SubjectDesk desk, SubjectAnswers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  Response verify(SubjectKind kind, UUID id, String version, VerificationRequest request) {
    return answers.changed(request, () -> desk.verify(kind, id, version, request));
  }

  Response register(SubjectKind kind, UUID id, String version, RegistrationRequest request) {
    return answers.changed(request, () -> desk.register(kind, id, version));
  }

  Response deactivate(SubjectKind kind, UUID id, String version, ReasonRequest request) {
    return answers.changed(request, () -> desk.deactivate(kind, id, version, request));
  }

  Response reactivate(SubjectKind kind, UUID id, String version, ReasonRequest request) {
    return answers.changed(request, () -> desk.reactivate(kind, id, version, request));
  }

  Response deregister(SubjectKind kind, UUID id, String version, ReasonRequest request) {
    return answers.changed(request, () -> desk.deregister(kind, id, version, request));
  }
}
