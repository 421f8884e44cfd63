package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Every refusal speaks Vietnamese or English, as was asked, and means the same in both. */
final class LanguageRule implements Rule {
  private final Door door;
  private final Witness witness;
  private final Requests requests;

  LanguageRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "words its refusals in Vietnamese or English";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    List<Call> refused = new ArrayList<>();
    if (!operation.isOpen()) {
      refused.add(call.as(null));
      door.people().stream()
          .filter(person -> !operation.roles().contains(person.role()))
          .findFirst()
          .ifPresent(stranger -> refused.add(call.as(stranger)));
    }
    if (call.body() != null) {
      refused.add(call.saying(call.mediaType(), "{"));
      refused.add(call.saying("text/plain", "x"));
      if (call.mediaType().equals("application/json")) {
        refused.add(call.saying(call.mediaType(), "{\"" + BodyRule.STRAY + "\":1}"));
      }
    }
    if (operation.takesHeader("If-Match")) {
      refused.add(call);
      refused.add(call.with("If-Match", "\"0\""));
    }
    if (operation.takesQuery("limit")) {
      refused.add(call.asking("limit", "0"));
    }
    if (operation.isList()) {
      refused.add(call.asking("cursor", "no"));
    }
    if (operation.row().isPresent()) {
      refused.add(call.to(operation.path().replaceAll("\\{[^}]*}", "no-such-thing")));
    }
    refused.add(call.by("DELETE"));
    refused.forEach(this::bothSay);
  }

  private String words(Call call, String wanted) {
    return witness
        .send(call.with("Accept-Language", wanted))
        .header("content-language")
        .orElse("en");
  }

  private void bothSay(Call call) {
    Answer english = witness.send(call.with("Accept-Language", "en"));
    Answer vietnamese = witness.send(call.with("Accept-Language", "vi-VN,vi;q=0.9,en;q=0.5"));
    if (english.status() < 400) {
      return; // nothing was refused, so there is nothing to word
    }
    if (!words(call, "vi;q=0").equals(english.header("content-language").orElse("en"))) {
      throw new AssertionError(call + " speaks a language that is not wanted");
    }
    JsonNode one = english.json();
    JsonNode other = vietnamese.json();
    if (!one.path("type").equals(other.path("type"))) {
      throw new AssertionError(
          "%s means another thing in Vietnamese:%n%s%n%s".formatted(call, one, other));
    }
    for (String words : List.of("title", "detail")) {
      if (one.path(words).equals(other.path(words))) {
        throw new AssertionError(
            "%s says the same %s in both languages: %s".formatted(call, words, one.path(words)));
      }
    }
  }
}
