package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** A desk as every service has them: load, verb, flush, append. */
@ApplicationScoped
class NoteDesk {
  @Inject EntityManager entities;
  @Inject Journal journal;

  @Transactional
  UUID write(UUID id, String text) {
    Note note = new Note();
    note.id = id;
    note.text = text;
    entities.persist(note);
    entities.flush();
    journal.append(Change.of("note.written", id, "note", id, note.version, note.view()));
    return id;
  }

  @Transactional
  UUID write(String text) {
    return write(UUID.randomUUID(), text);
  }

  @Transactional
  void append(Change... changes) {
    for (Change change : changes) {
      journal.append(change);
    }
  }

  /** Appends before it changes the note, and leaves the flush to the commit. */
  @Transactional
  void rewriteAppendingFirst(UUID id, String text) {
    journal.append(Change.of("note.rewritten", id, "note", id, 1, new Note.View(id, text)));
    entities.find(Note.class, id).text = text;
  }

  @Transactional
  void inTransaction(Consumer<EntityManager> work) {
    work.accept(entities);
  }

  @Transactional
  String read(UUID id) {
    return entities.find(Note.class, id).text;
  }
}
