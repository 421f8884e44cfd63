/**
 * One append-only row per change: audit trail, change feed and tamper evidence at once; and what
 * goes with it: followers, retry keys, the access log.
 *
 * <p>An entry is appended in the transaction of the change ({@link
 * vn.digitaltrust.journal.Journal}), read through the feed, the snapshot and the verification that
 * every service mounts, followed by other services ({@link vn.digitaltrust.journal.Follower}), and
 * loses its content, never its place, by {@link vn.digitaltrust.journal.Erasure}.
 *
 * <p>What is promised, each with a test that carries its number:
 *
 * <ol>
 *   <li>JRN-1: an entry is there if and only if the transaction of its change committed.
 *   <li>JRN-2: positions are gapless and in commit order; a follower that asks for what comes after
 *       N never misses or reorders an entry, however many writers commit at once.
 *   <li>JRN-3: the head row is locked last, after all other SQL of the transaction, and moved once,
 *       in a number of statements that does not depend on the number of entries; at most 1,000
 *       entries per transaction.
 *   <li>JRN-4: a changed entry, a removed entry and a rewound journal are noticed, by verification
 *       and by followers; the algorithm is published and can be implemented by a third party.
 *   <li>JRN-5: the runtime role can neither change nor remove an entry; the database itself refuses
 *       entries that do not continue the chain.
 *   <li>JRN-6: erasure removes payload and salt of all entries of a subject, in the caller's
 *       transaction, and the chain still verifies.
 *   <li>JRN-7: a follower applies each entry exactly once and in order, across sudden death on
 *       either side and with several replicas; when the journal diverged it reloads.
 *   <li>JRN-8: a reader gets what its audience allows, an auditor who is bound to a subject or
 *       member no more than that party; the rest it passes over as position and hash, and can still
 *       check the chain.
 *   <li>JRN-9: a poll that waits holds neither a thread nor a connection and is woken by a commit
 *       of this process or of another; answers are bounded.
 *   <li>JRN-10: a snapshot is the public state at exactly the position and hash that it names; one
 *       that was cut off or altered is never taken for complete.
 *   <li>JRN-11: work with a retry key happens once; the same key with another request is refused,
 *       as is one whose first request still runs; failures and crashes keep nothing.
 *   <li>JRN-12: reads of private data are logged in batches, in bounded memory; beyond it they are
 *       refused.
 *   <li>JRN-13: a service's follower runs from when requests are taken until the service stops, and
 *       shows its position and age as health; its token is renewed before it ends, and once after
 *       the neighbour refused it. So are the tokens of its other questions to neighbours.
 *   <li>JRN-14: of the seats for reading the snapshot each client has one, and services have their
 *       own; without a seat a reader is told so in words, and when to come again. A seat is free
 *       once its snapshot was read, its reader hung up, or does not move (JRN-27).
 *   <li>JRN-15: the state of an entry has at most 64 KiB. What grows without end is not told whole:
 *       the entry tells the step that was taken, and the hash of what it leaves out.
 *   <li>JRN-16: retry keys older than 7 days are deleted within minutes, however many are written
 *       and whether or not another keyed request comes.
 *   <li>JRN-17: a service reads what {@link vn.digitaltrust.journal.Grants} grants its client, by
 *       journal, aggregate and audience, in the feed and in the snapshot, and nothing else.
 *   <li>JRN-18: who reads a payload that members are not told, through the feed or the snapshot, is
 *       in the access log: once for each page, kind of aggregate and subject. So is an auditor who
 *       reads what was public once.
 *   <li>JRN-19: only the latest is told: a PUBLIC entry that a later PUBLIC entry of the same
 *       aggregate has replaced is passed over by all but auditors.
 *   <li>JRN-20: what stops being public is told as ended: the last PUBLIC state of the aggregate is
 *       exactly its id, its subject and {@code "publication": "ENDED"}, of the type {@code
 *       ….unpublished}, whatever the cause. Followers read it as no longer told.
 *   <li>JRN-21: where publication ends at an instant known before, the entry is passed over from
 *       that instant on, by all but auditors, whether or not it has been replaced.
 *   <li>JRN-23: a read of private data is logged whatever becomes of the transaction that it was
 *       made in.
 *   <li>JRN-24: the access log is kept for 24 months and no longer, in partitions of a month that
 *       are made ahead and dropped as a whole, also after the service stood still for months.
 *   <li>JRN-25: the auditor reads the access log through the API, newest first, by subject, actor,
 *       resource and time; reading it is logged.
 *   <li>JRN-26: a follower whose work ends in an error is counted, told once and tries again after
 *       a pause, as after any failure.
 *   <li>JRN-27: a reader of the snapshot that takes fewer than 30,000 entries in five minutes is
 *       cut off; one that moves is not.
 *   <li>JRN-28: a follower's handler writes the lines of a snapshot in batches ({@link
 *       vn.digitaltrust.journal.RowBatches}), in flat memory.
 *   <li>JRN-29: what work with a retry key has to ask before its transaction is not asked when the
 *       outcome is known already.
 *   <li>JRN-30: a service that is granted nothing of a journal is refused its feed and its
 *       snapshot, for nothing would look like everything.
 * </ol>
 *
 * <p>A service opts in to the beans and resources of this package by naming it among its index
 * dependencies. A process that only follows, without a database of its own, does not: it makes its
 * {@link vn.digitaltrust.journal.Follower} itself.
 */
package vn.digitaltrust.journal;
