package vn.digitaltrust.deploy.story;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.digitaltrust.deploy.keycloak.KeycloakAdmin;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * The main job of the suite, played through the gateway with real tokens: a KOL is registered, a
 * case runs its course to measures and back, and a platform asks before and after. Every
 * expectation is checked; the first that fails ends the story. Each story is about a KOL of its
 * own, so it can be played again.
 */
public final class Story {

  final Api api;
  final TrustChecks checks;
  final Narrator narrator;
  final KeycloakAdmin keycloak;
  final LocalDate today = LocalDate.now(VietnamTime.ZONE);

  /** Handles of fictional people begin with hu.cau; the rest makes this story's own. */
  final String handle =
      "hu.cau.d" + Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits() >>> 20, 36);

  String kol;
  String certificate;
  String caseFile;
  String limit;
  String suspension;
  String appeal;
  String recorded;

  /** A story played on the suite of these settings. */
  public Story(Settings settings, Tokens tokens, KeycloakAdmin keycloak, Narrator narrator) {
    this.narrator = narrator;
    this.keycloak = keycloak;
    this.api = new Api(settings, tokens, narrator);
    this.checks = new TrustChecks(api, narrator);
  }

  /** A chapter: a title and what happens in it. */
  public record Chapter(String title, Runnable plot) {}

  /** The chapters in their order. */
  public List<Chapter> chapters() {
    Registration registration = new Registration(this);
    Proceedings proceedings = new Proceedings(this);
    Remedies remedies = new Remedies(this);
    StateDecision state = new StateDecision(this);
    return List.of(
        new Chapter("Nobody knows the account", registration::unknown),
        new Chapter("A KOL is registered", registration::register),
        new Chapter("The KOL joins the alliance and is certified", registration::certify),
        new Chapter("A report opens a case; the KOL is heard", proceedings::hear),
        new Chapter("One proposes, another decides", proceedings::decide),
        new Chapter("The platform asks again", proceedings::covered),
        new Chapter("An exception is granted", remedies::except),
        new Chapter("The KOL appeals; the panel grants a stay", remedies::appeal),
        new Chapter("The panel upholds the decision", remedies::rule),
        new Chapter("The measures are lifted", remedies::lift),
        new Chapter("An authority decides about a person who is not registered", state::decide));
  }

  /**
   * Plays all chapters.
   *
   * @param afterEach hears the title of each chapter that has been played
   * @throws StoryBroken at the first expectation that does not hold
   */
  public void play(Consumer<String> afterEach) {
    for (Chapter chapter : chapters()) {
      narrator.chapter(chapter.title());
      chapter.plot().run();
      afterEach.accept(chapter.title());
    }
  }

  /** The KOL's account, as a platform asks about it. */
  public String account() {
    return "platform=TIKTOK&handle=" + handle;
  }

  /** The subject id of this story's KOL, once registered. */
  public String kol() {
    return kol;
  }

  /** What the engagement limit covers. */
  String covered() {
    return account() + "&activity=LIVESTREAM_SELL&territory=2025:79&productCategory=HEALTH_FOOD";
  }

  void expect(boolean holds, String what) {
    if (!holds) {
      throw new StoryBroken("This does not hold: " + what);
    }
    narrator.holds(what);
  }
}
