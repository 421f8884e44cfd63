/**
 * KOLs and organisations in one id space.
 *
 * <pre>
 * RECORDED → SUBMITTED → VERIFIED → REGISTERED ⇄ INACTIVE → DEREGISTERED
 * any of them → MERGED → (unmerged) the status before;   any but MERGED → ERASED
 * </pre>
 *
 * <ul>
 *   <li>REG-1 What may be done to a subject follows from its status alone ({@link
 *       vn.digitaltrust.registry.subject.SubjectStatus}).
 *   <li>REG-2 Names are typed, composed (NFC), written with letters that everybody reads alike
 *       (VOC-13), and kept with a folded form for search; a hit is a candidate, never an identity.
 *   <li>REG-3 Members see a name only of a registered subject whose names are not withheld, and
 *       never a KOL's legal one.
 *   <li>REG-4 Private parts are for the subject itself, registrars and auditors; every reading is
 *       logged.
 *   <li>REG-5 Who is under 16 (Asia/Ho_Chi_Minh) needs a guardian's reference, and their names are
 *       withheld by default. A person of unknown age is not registered. A guardian that is a
 *       subject is somebody else, of full age or an organisation, and still there. No change drops
 *       a birth date, a minor's guardian or the withholding of names by leaving it out.
 *   <li>REG-150 A virtual influencer without a birth date is registered only with a responsible
 *       person, who is named as its guardian: somebody else, of full age or an organisation, and
 *       still there; or a name. No change drops it by leaving it out.
 *   <li>REG-151 A KOL says in which languages it speaks to people, at most ten, by codes of ISO
 *       639, each once. They are public once it is registered. A change says all of them anew.
 *   <li>REG-6 A home province is named with its list's version.
 *   <li>REG-7 A KOL's registration number is issued at registration, carries a check character and
 *       is never reused.
 *   <li>REG-8 An organisation's tax code (MST) has valid check digits; all but state bodies need
 *       one to be registered, and keep one as long as they are.
 *   <li>REG-9 A merge joins two subjects of one kind, never leads in a circle, and can be taken
 *       back.
 *   <li>REG-10 An erasure leaves id, kind, number, reason and date, in the database and in the
 *       journal. It takes the canonical subject with all that were merged into it, never one of
 *       these alone.
 *   <li>REG-11 Somebody is recorded on behalf of an authority, of the Alliance's case officers or
 *       of the registry; besides registrars only that body adds to it.
 *   <li>REG-60 What the journal tells the subject alone names all ids that are the same person, so
 *       that it is read under each of them.
 *   <li>REG-12 At most 100 subjects are merged into one person, so that an erasure has room for
 *       all.
 *   <li>REG-70 Offices are told the shown name and the number of a subject, whatever its status, in
 *       the transaction of every change of either. Withheld names, and those of merged and erased
 *       subjects, are told as none.
 *   <li>REG-71 So they are, once, of the subjects that were there before names were told; what was
 *       broken off goes on.
 *   <li>REG-72 A page of subjects costs as many statements however many of them were merged.
 *   <li>REG-84 While an erasure is asked for, the person's names are not displayed to members: in
 *       answers, lists, journal and search. Exact look-up by id, number and account goes on, and so
 *       do checks and measures.
 *   <li>REG-85 Who is asked to be erased is not merged into another before that is decided. What is
 *       merged into it meanwhile goes with it, after new answers of all holders.
 *   <li>REG-86 Nobody does anything of office about the subject that their token is bound to, under
 *       whichever of its ids: they verify, register, change, merge, erase and give accounts to
 *       others.
 *   <li>REG-90 Who was merged is found, by name and by account, as the canonical subject; by
 *       members only under names that they could see before.
 *   <li>REG-91 A name is found with titles and other words around it, and written together. It is
 *       found by the index, however many names there are.
 *   <li>REG-92 Candidates come in pages, the best first. Names are compared by forms that are kept
 *       beside them; who changes the forms makes those of all names anew.
 *   <li>REG-93 Candidates are narrowed by status, home province, category and by a platform on
 *       which the person has an account at present, whichever of the merged subjects it was opened
 *       for.
 *   <li>REG-95 That an erasure is asked for is told beside a subject to registrars, auditors and
 *       the clients of configured holders, and to no other service.
 *   <li>REG-98 A name that cannot be told keeps no other waiting; it is logged and tried again.
 * </ul>
 */
package vn.digitaltrust.registry.subject;
