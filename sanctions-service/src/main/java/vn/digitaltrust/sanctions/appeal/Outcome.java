package vn.digitaltrust.sanctions.appeal;

/** How an appeal ends. */
enum Outcome {
  UPHELD,
  VARIED,
  ANNULLED
}
