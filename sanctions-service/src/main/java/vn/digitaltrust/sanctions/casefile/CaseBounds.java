package vn.digitaltrust.sanctions.casefile;

import java.util.List;
import vn.digitaltrust.door.Refusal;

/**
 * SAN-18: how much one case holds. Without an end to it one side could make a case that nobody can
 * read or act on any more.
 */
final class CaseBounds {
  static final int RESPONSES = 20;
  static final int NOTICES = 10;

  /** Of all notices of a case together: two of the longest notices fit. */
  static final int NOTICE_CHARACTERS = 1_500_000;

  static final int PROPOSALS = 10;
  static final int INTERIM_MEASURES = 20;
  static final int INTERESTS = 100;

  private CaseBounds() {}

  /**
   * @throws Refusal 422 SAN-18 for a notice too many, or when all become too long
   */
  static void requireRoomFor(NoticeRequest notice, List<Notice> before) {
    if (before.size() >= NOTICES) {
      throw Refusal.rule("SAN-18", "case.notices-full", NOTICES);
    }
    long characters =
        before.stream().mapToLong(it -> Notice.characters(it.allegations, it.evidence)).sum();
    if (characters + Notice.characters(notice.allegations(), notice.evidence())
        > NOTICE_CHARACTERS) {
      throw Refusal.rule("SAN-18", "case.notices-long", NOTICE_CHARACTERS, characters);
    }
  }

  /**
   * @param closes whether the response closes the window
   * @throws Refusal 422 SAN-18 unless it does, or another one still fits after it
   */
  static void requireRoomForResponse(boolean closes, List<SubjectResponse> before) {
    if (!closes && before.size() >= RESPONSES - 1) {
      throw Refusal.rule("SAN-18", "case.responses-full", RESPONSES);
    }
  }

  /**
   * @throws Refusal 422 SAN-18 after too many proposals that came to nothing
   */
  static void requireRoomForProposal(List<Proposal> before) {
    if (before.size() >= PROPOSALS) {
      throw Refusal.rule("SAN-18", "case.proposals-full", PROPOSALS);
    }
  }

  /**
   * @throws Refusal 422 SAN-18 for an interim measure too many
   */
  static void requireRoomForInterim(List<?> before) {
    if (before.size() >= INTERIM_MEASURES) {
      throw Refusal.rule("SAN-18", "case.interim-full", INTERIM_MEASURES);
    }
  }

  /**
   * @throws Refusal 422 SAN-18 for an interest too many
   */
  static void requireRoomForInterest(List<CasePart> parts) {
    if (parts.stream().filter(it -> it.part == Part.INTERESTED).count() >= INTERESTS) {
      throw Refusal.rule("SAN-18", "case.interests-full", INTERESTS);
    }
  }
}
