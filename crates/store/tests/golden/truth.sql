SELECT key, id FROM ident ORDER BY key
SELECT key, kind, scope, state, schema, rev, seq, updated_at, author, body, confirmed_body FROM record ORDER BY key
SELECT key, kind, at, seq FROM tombstone ORDER BY key
SELECT n, key, at, author, line, hex(hash) FROM journal ORDER BY n
SELECT m, key, unit, mutation FROM outbox ORDER BY m
SELECT key, path, op, unit, unit_hash, change, author, at, together FROM outbox_open ORDER BY key, path
SELECT hash, media_type, length(bytes) FROM blob ORDER BY hash
SELECT name, value FROM local ORDER BY name
