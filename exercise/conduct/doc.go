// Package conduct runs one exercise live: the table.
//
// What it promises:
//
//   - One command at a time. Whatever is due before it has been decided first.
//   - An act is durable before anybody sees its effect, and everybody sees it
//     the same way: by the record coming back. Only a refusal is private.
//   - Readers hold a cursor and pull; nobody is ever pushed to. A slow reader
//     is merely behind and holds up nobody. A cursor moves past acts its seat
//     may not see without waking it, and is never shown.
//   - An append whose outcome is unknown is looked up, never repeated blindly.
//     Where the journal cannot be written, reading goes on.
//   - After a restart both clocks stand where the last act left them, paused.
//
// It knows nothing of terminals, sockets or files.
package conduct
