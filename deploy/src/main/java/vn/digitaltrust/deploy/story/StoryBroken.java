package vn.digitaltrust.deploy.story;

/** An answer that the story did not expect. */
public final class StoryBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryBroken(String message) {
    super(message);
  }
}
