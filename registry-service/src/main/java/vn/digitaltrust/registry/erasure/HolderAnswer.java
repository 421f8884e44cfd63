package vn.digitaltrust.registry.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What one holder says to one request; empty until it has answered. */
@Entity
@Table(name = "erasure_answer")
class HolderAnswer {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID request;

  @Column(updatable = false)
  private String holder;

  @Enumerated(EnumType.STRING)
  private Answer answer;

  private String code;
  private LocalDate heldUntil;
  private Long position;
  private Instant answeredAt;

  HolderAnswer() {}

  HolderAnswer(UUID id, UUID request, String holder) {
    this.id = id;
    this.request = request;
    this.holder = holder;
  }

  /** Takes the place of the answer before. */
  void take(AnswerRequest given, Instant now) {
    answer = given.answer();
    code = given.code();
    heldUntil = given.until();
    position = given.position();
    answeredAt = now;
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID request() {
    return request;
  }

  String holder() {
    return holder;
  }

  Answer answer() {
    return answer;
  }

  String code() {
    return code;
  }

  LocalDate heldUntil() {
    return heldUntil;
  }

  Long position() {
    return position;
  }

  Instant answeredAt() {
    return answeredAt;
  }
}
