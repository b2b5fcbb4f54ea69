#!/bin/sh
# Makes ui/vendor/ again from the packages on npm. Node and esbuild are tools of development only:
# nothing here runs in a store. Versions are pinned below; change one, run this, commit what it made.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
vendor="$here/ui/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund \
  lit@3.3.3 @fluent/bundle@0.19.1 socket.io-client@4.8.4 sortablejs@1.15.7 \
  @fontsource-variable/atkinson-hyperlegible-next@5.3.0 \
  @fontsource-variable/noto-sans-arabic@5.3.0 zxing-wasm@3.1.0 esbuild@0.28.2

cat > lit.in.js <<'JS'
export * from 'lit';
export { Directive, PartType, directive } from 'lit/directive.js';
export { repeat } from 'lit/directives/repeat.js';
export { classMap } from 'lit/directives/class-map.js';
export { ref, createRef } from 'lit/directives/ref.js';
export { live } from 'lit/directives/live.js';
export { keyed } from 'lit/directives/keyed.js';
JS

module() { # IN OUT: one minified ES module
  npx esbuild "$1" --bundle --minify --format=esm --target=es2021 --legal-comments=inline \
    --log-level=error --outfile="$vendor/$2"
}
module lit.in.js lit.js
module node_modules/@fluent/bundle/esm/index.js fluent.js
module node_modules/socket.io-client/dist/socket.io.esm.min.js socket.io.js
module node_modules/sortablejs/modular/sortable.esm.js sortable.js
module node_modules/zxing-wasm/dist/es/reader/index.js zxing.js
cp node_modules/zxing-wasm/dist/reader/zxing_reader.wasm "$vendor/"

mkdir -p "$vendor/fonts"
atkinson=node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next
arabic=node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic
cp "$atkinson-latin-wght-normal.woff2" "$vendor/fonts/atkinson-latin.woff2"
cp "$atkinson-latin-ext-wght-normal.woff2" "$vendor/fonts/atkinson-latin-ext.woff2"
cp "$arabic-arabic-wght-normal.woff2" "$vendor/fonts/noto-arabic.woff2"

mkdir -p "$vendor/licences"
for package in lit socket.io-client sortablejs zxing-wasm \
  @fontsource-variable/atkinson-hyperlegible-next @fontsource-variable/noto-sans-arabic; do
  cp "node_modules/$package/LICENSE" "$vendor/licences/$(basename "$package").txt"
done
cp /usr/share/common-licenses/Apache-2.0 "$vendor/licences/fluent-bundle.txt"
cp /usr/share/common-licenses/Apache-2.0 "$vendor/licences/zxing-cpp.txt"
chmod 644 "$vendor"/*.js "$vendor"/*.wasm "$vendor"/fonts/* "$vendor"/licences/*
