-- SAN-110: the names that the registry told to offices, of those that have one to be shown. Nobody but the staff is shown them.
CREATE TABLE subject_name (
    subject uuid PRIMARY KEY,
    name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    number  text
);
GRANT SELECT, INSERT, UPDATE, DELETE ON subject_name TO ${app};
