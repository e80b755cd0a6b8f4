#!/bin/sh
# Builds or tests the React application in app/, unless nothing changed since the last time.
# Usage: web-app.sh build|test
set -eu
cd "$(dirname "$0")/app"
step=$1
command -v npm >/dev/null || {
  echo "Node with npm is needed to $step the web application: install Node 22 or newer, or pass -DskipWebApp." >&2
  exit 1
}

# One line over the names and contents of everything the build reads.
fingerprint() {
  find . \( -name node_modules -o -name dist -o -name coverage \) -prune -o -type f -print |
    LC_ALL=C sort | xargs cksum | cksum
}

stamps=../target/web-app
mkdir -p "$stamps"
now=$(fingerprint)
if [ "$(cat "$stamps/$step" 2>/dev/null)" = "$now" ] && { [ "$step" = test ] || [ -f dist/index.html ]; }; then
  echo "The web application is unchanged since its last $step."
  exit 0
fi

# Dependencies are fetched anew only when the lock file changed.
locked=$(cksum <package-lock.json)
if [ "$(cat "$stamps/npm" 2>/dev/null)" != "$locked" ] || [ ! -d node_modules ]; then
  npm ci --no-audit --no-fund
  echo "$locked" >"$stamps/npm"
fi

case $step in
  build) npm run build ;;
  test) npm run check ;;
  *)
    echo "Usage: web-app.sh build|test" >&2
    exit 2
    ;;
esac
fingerprint >"$stamps/$step"
