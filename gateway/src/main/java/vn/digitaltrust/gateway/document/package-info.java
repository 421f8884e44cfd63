/**
 * The API document of the whole suite, at {@code /openapi}: what the three services store as
 * theirs, what the gateway answers itself, and one front page before it all.
 *
 * <ul>
 *   <li><b>DOC-1</b> Every operation of a service's stored document is in it, unchanged but for
 *       what the gateway adds on the way: its own refusals and the two ways to show a token.
 *   <li><b>DOC-2</b> Every schema of a service either carries the service's name or is the same in
 *       all services; a document in which two things have one name is not built. Operations are
 *       named by a verb and a noun, unlike any schema, so that generated clients need no other
 *       names.
 *   <li><b>DOC-3</b> Every error stands once, with an example, and is referred to.
 *   <li><b>DOC-4</b> Who may call an operation is said by its {@code x-roles} and in words (one of
 *       them is enough); how to show it, by its security.
 *   <li><b>DOC-5</b> The front page, the tags in the order of what people do, the errors and the
 *       ways to sign in are written in {@code META-INF/openapi.yaml}; only the address to sign in
 *       at is put in when the gateway starts.
 *   <li><b>DOC-6</b> Every operation says in two languages what it does, and shows a request that
 *       can be sent as it stands and what comes back, from the {@code openapi-examples.yaml} beside
 *       each service's document. Their today is {@code x-examples-written-on}.
 *   <li><b>DOC-7</b> Bodies of lines are text to clients; the shape of a line is its content's
 *       schema.
 *   <li><b>DOC-8</b> The operations of a tag stand in the order of a task, as its {@code
 *       x-operations} tell it.
 *   <li><b>DOC-9</b> Every parameter, answer, header and described field is described in two
 *       languages, from {@code META-INF/openapi-glossary.yaml}; a document with a text that is not
 *       in it is not built.
 *   <li><b>DOC-10</b> Headers that callers act on stand where answers carry them: {@code ETag},
 *       {@code Location}, {@code RateLimit}, {@code RateLimit-Policy} and {@code Retry-After}.
 *   <li><b>DOC-11</b> Every operation says what it is for, every property what it is, and every
 *       answer what is always there: the glossary names what does not say so itself.
 *   <li><b>DOC-12</b> An enumeration is a schema with a name, and stands once; what lists the same
 *       values where it stands refers to it.
 *   <li><b>DOC-13</b> The front page lists every type of problem with its cause and its cure in
 *       both languages, made from the list that the code answers with.
 *   <li><b>DOC-14</b> {@code /.well-known/security.txt} names where vulnerabilities are reported,
 *       once the operator has set it.
 * </ul>
 */
package vn.digitaltrust.gateway.document;
