package vn.digitaltrust.deploy.conformance;

import static vn.digitaltrust.deploy.conformance.Scenes.KOL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.story.Api;

/**
 * The sample identities, each member of them with a life of its own behind it, so that there are
 * rows of everybody's in many states: a membership, a case just opened, one under way, one decided
 * and appealed, and a report that is in no case.
 */
final class Cast {
  private static final Map<String, String> MEMBERS =
      new TreeMap<>(
          Map.of(
              "kol-linh", KOL,
              "kol-nam", KOL,
              "business-oanh", "BUSINESS",
              "press-phuc", "PRESS",
              "platform-one", "PLATFORM",
              "platform-two", "PLATFORM"));

  /** Who speaks for one that is erased, before it gets a new life. */
  private static final String ONCE_ERASED = "kol-linh";

  /** Requests for erasures that wait for another registrar. */
  private static final int ERASURES = 5;

  /** Records of representation that wait to be confirmed. */
  private static final int REPRESENTATIONS = 3;

  /** Nobody of note yet: what it begins, the rehearsal begins. */
  private static final String NEWCOMER = "platform-two";

  private final Tokens tokens;
  private final KeycloakAdmin keycloak;
  private final Scenes scenes;
  private final Map<String, String> subjects = new HashMap<>();
  private String erased;

  Cast(Api api, KeycloakAdmin keycloak) {
    this.tokens = api.tokens();
    this.keycloak = keycloak;
    this.scenes = new Scenes(api);
  }

  /** Gives every member their rows; returns everybody. */
  List<Person> enter() {
    erased = scenes.subject(KOL, "verifications", "registrations");
    bind(ONCE_ERASED, erased);
    scenes.liveAndBeErased(ONCE_ERASED, erased);
    MEMBERS.forEach(this::enter);
    for (String name : MEMBERS.keySet()) {
      if (!name.equals(NEWCOMER)) {
        live(name, subjects.get(name));
      }
    }
    scenes.certify(subjects.get("kol-linh"));
    scenes.decideForTheState(subjects.get("kol-linh"));
    String nam = subjects.get("kol-nam");
    scenes.decideForTheState(nam);
    scenes.vote(scenes.appeal("kol-nam", nam));
    scenes.decidedCase("kol-nam", nam);
    scenes.proposedCase("kol-nam", nam);
    scenes.answeredCase("kol-nam", nam);
    scenes.answeredCase("kol-nam", nam);
    scenes.runs(subjects.get("platform-one"), "TIKTOK");
    scenes.runs(subjects.get("platform-one"), "YOUTUBE");
    for (int i = 0; i < REPRESENTATIONS; i++) {
      scenes.counsel("kol-nam", nam, subjects.get("business-oanh"), "hu-cau-" + i);
      scenes.counsel("kol-nam", nam, subjects.get("press-phuc"), "hu-cau-" + i);
      scenes.twins();
    }
    for (String name : List.of("business-oanh", "press-phuc", "platform-one")) {
      scenes.claims(name, subjects.get(name));
    }
    extras();
    scenes.contested("kol-nam", nam, "platform-one", scenes.subject(KOL));
    return Tokens.names().stream().map(this::person).toList();
  }

  /** A subject about whom there was everything, and of whom nothing is left. */
  String erased() {
    return erased;
  }

  /** The subjects that members speak for, by the name of the member. */
  Map<String, String> subjects() {
    return Map.copyOf(subjects);
  }

  /** Takes from everybody what they were bound to. */
  void leave() {
    subjects.keySet().forEach(name -> bind(name, null));
  }

  private void enter(String name, String type) {
    String subject = scenes.subject(type, "verifications", "registrations");
    scenes.account(subject);
    subjects.put(name, subject);
    bind(name, subject);
  }

  private void bind(String name, String subject) {
    keycloak.setAttribute(
        name, MEMBERS.get(name).equals(KOL) ? "subject_id" : "member_id", subject);
    tokens.forget(name);
  }

  private void live(String name, String subject) {
    String membership = scenes.application(name, subject);
    if (MEMBERS.get(name).equals(KOL)) {
      scenes.admit(membership);
    } else {
      scenes.askToAdmit(membership);
    }
    scenes.openCase(name, subject);
    scenes.notifiedCase(name, subject);
    scenes.appeal(name, subject);
    scenes.report(name, subject);
  }

  /** Subjects in every state that belong to nobody here, for what ends a subject's life. */
  private void extras() {
    for (String type : List.of(KOL, "BUSINESS")) {
      scenes.recorded(type.equals(KOL) ? "KOL" : "ORGANISATION");
      scenes.subject(type, "verifications", "registrations", "deactivations");
      scenes.accountTwice(scenes.subject(type, "verifications", "registrations"));
      scenes.subject(type, "verifications");
    }
    for (int i = 0; i < ERASURES; i++) {
      scenes.clearedErasure(scenes.subject(KOL));
    }
  }

  private Person person(String name) {
    JsonNode claims = claims(tokens.of(name));
    List<String> roles = new ArrayList<>();
    claims.at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
    roles.removeIf(role -> role.startsWith("default-") || role.contains("_"));
    if (roles.size() != 1) {
      throw new AssertionError(name + " holds not one role but " + roles);
    }
    String bound = claims.path("subject_id").asText(claims.path("member_id").asText(null));
    return new Person(name, roles.get(0), claims.path("sub").asText(), bound);
  }

  /** What a token says. */
  static JsonNode claims(String token) {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
      return Http.JSON.readTree(new String(claims, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
