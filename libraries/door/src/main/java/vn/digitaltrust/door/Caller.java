package vn.digitaltrust.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified token says. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final JsonWebToken token;

  Caller(SecurityIdentity identity, JsonWebToken token) {
    this.identity = identity;
    this.token = token;
  }

  /**
   * The stable id of the person or machine, {@code sub}. Two roles of one person have one id: four
   * eyes are two ids.
   */
  public String id() {
    return token.getSubject();
  }

  /** Whether the caller holds a role of the realm. */
  public boolean is(String role) {
    return identity.hasRole(role);
  }

  /** Whether the caller holds at least one of these roles. */
  public boolean isAny(String... roles) {
    for (String role : roles) {
      if (is(role)) {
        return true;
      }
    }
    return false;
  }

  /** The subject id of the KOL that this token is bound to. */
  public Optional<UUID> subjectId() {
    return uuid("subject_id");
  }

  /** The subject id of the member organisation that this token is bound to. */
  public Optional<UUID> memberId() {
    return uuid("member_id");
  }

  /** The code of the state authority that this token is bound to, such as {@code BVHTTDL}. */
  public Optional<String> authority() {
    return Optional.ofNullable(token.<String>getClaim("authority"));
  }

  /** The client that the token was given to: of a service's own token, that service. */
  public Optional<String> client() {
    return Optional.ofNullable(token.<String>getClaim("azp"));
  }

  /** Whether this subject is the KOL or the organisation that the token is bound to. */
  public boolean speaksFor(UUID subject) {
    return subjectId().filter(subject::equals).isPresent()
        || memberId().filter(subject::equals).isPresent();
  }

  private Optional<UUID> uuid(String claim) {
    try {
      return Optional.ofNullable(token.<String>getClaim(claim)).map(UUID::fromString);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
