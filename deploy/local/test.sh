# shellcheck shell=bash
# Everything CI runs, sourced by ./hifazat: builds and tests all modules, then starts a platform of its own and tries it
# over HTTP and in a real browser. Ends with one plain line, e.g. "812 passed, 0 failed".

readonly TEST_LOG=target/test.log E2E_LOG=target/test-e2e.log PLATFORM_LOG=target/test-platform.log
platform_pid=''
platform_data=''

require_chromium() { # the browser tests drive the system's own Chromium
  local name
  for name in "${HIFAZAT_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      HIFAZAT_CHROMIUM=$(command -v "$name")
      export HIFAZAT_CHROMIUM
      return 0
    fi
  done
  name='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  if [ -x "$name" ]; then export HIFAZAT_CHROMIUM=$name; return 0; fi
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    step 'Installing Chromium' target/chromium.log \
      sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium' \
      || fail 'Chromium could not be installed; see target/chromium.log'
    HIFAZAT_CHROMIUM=$(command -v chromium) || fail 'Chromium was installed but is not on the PATH'
    export HIFAZAT_CHROMIUM
    return 0
  fi
  fail "the browser tests need Chromium, and only root may install it here.
  Debian/Ubuntu: apt-get install chromium   Fedora: dnf install chromium   macOS: brew install --cask chromium
  If it is installed elsewhere: export HIFAZAT_CHROMIUM=<the program>"
}

# Sums the reports written since the run began: Java's by surefire, the web application's by vitest.
count_tests() { # -> "<passed> <failed> <skipped>"
  local reports=target/.reports
  find . -name node_modules -prune -o -path '*/target/surefire-reports/TEST-*.xml' -newer target/.test-began -print >"$reports"
  local java='0 0 0' script='0 0 0'
  if [ -s "$reports" ]; then
    java=$(tr '\n' '\0' <"$reports" | xargs -0 grep -h -m 1 -o '<testsuite [^>]*>' | awk '
      function number(name,   found) {
        if (match($0, " " name "=\"[0-9]+\"") == 0) return 0
        found = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", found); return found + 0
      }
      { failed += number("errors") + number("failures"); skipped += number("skipped"); all += number("tests") }
      END { print all - failed - skipped, failed + 0, skipped + 0 }')
  fi
  if [ -f web/target/vitest.json ]; then
    script=$(node -e '
      const r = JSON.parse(require("fs").readFileSync("web/target/vitest.json", "utf8"));
      console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests + (r.numTodoTests || 0));')
  fi
  printf '%s %s' "$java" "$script" | awk '{ print $1 + $4, $2 + $5, $3 + $6 }'
}

name_failures() {
  [ -s target/.reports ] || return 0
  tr '\n' '\0' <target/.reports | xargs -0 awk '
    /<testcase / { match($0, /name="[^"]*"/); name = substr($0, RSTART + 6, RLENGTH - 7)
                   match($0, /classname="[^"]*"/); class = substr($0, RSTART + 11, RLENGTH - 12) }
    /<(failure|error)[ >]/ { if (seen != class name) print "  failed: " class "." name; seen = class name }' | head -n 40
}

start_platform() { # starts a platform beside any other one; its address is in HIFAZAT_PORT and HIFAZAT_DATA
  platform_data=$(mktemp -d "${TMPDIR:-/tmp}/hifazat-test.XXXXXX")
  export HIFAZAT_DATA=$platform_data
  local base start=$SECONDS code
  for base in 18600 18700 18800 18900 19000; do
    export HIFAZAT_PORT=$base
    (launch up) >"$PLATFORM_LOG" 2>&1 &
    platform_pid=$!
    while kill -0 "$platform_pid" 2>/dev/null; do
      if (launch status) >/dev/null 2>&1; then
        say "Starting a platform for the acceptance tests: ready in $((SECONDS - start)) s"
        return 0
      fi
      if [ $((SECONDS - start)) -gt 300 ]; then break 2; fi
      sleep 2
    done
    code=0; wait "$platform_pid" || code=$?
    platform_pid=''
    [ "$code" -eq 4 ] || break
  done
  say "The platform for the acceptance tests did not start; the end of $PLATFORM_LOG:"
  tail -n 20 "$PLATFORM_LOG"
  return 1
}

processes_of() { # <text> -> the processes whose command line holds it, except this shell and its own
  local folder pid
  if [ ! -d /proc/self ]; then pgrep -f -- "$1" || true; return 0; fi
  for folder in /proc/[0-9]*; do
    pid=${folder#/proc/}
    if [ "$pid" != $$ ] && command_line "$pid" 2>/dev/null | grep -qF -- "$1"; then printf '%s ' "$pid"; fi
  done
}

stop_platform() { # leaves no process and no data
  [ -n "$platform_data" ] || return 0
  (launch down) >>"$PLATFORM_LOG" 2>&1 || true
  [ -z "$platform_pid" ] || wait "$platform_pid" 2>/dev/null || true
  local left; left=$(processes_of "$platform_data")
  if [ -n "$left" ]; then
    say "The platform left processes behind: $left"
    return 1
  fi
  if [ "${1:-}" = keep ]; then
    say "Its data and logs are kept in $platform_data"
  else
    rm -rf "$platform_data"
  fi
  platform_data=''
}

run_all_tests() { # [--containers] [maven arguments for the module tests]
  local began=$SECONDS bad=0 containers=''
  if [ "${1:-}" = --containers ]; then containers=yes; shift; fi
  require_node
  require_memory 3500 'Testing'
  mkdir -p target "$STAMPS"
  require_chromium
  touch target/.test-began
  rm -f web/target/vitest.json web/target/web-app/test
  sleep 1 # so that no report of this run is as old as the mark
  hash_all
  clear_removed

  step 'Building and testing all modules (the first time downloads their libraries)' "$TEST_LOG" \
    ./mvnw -B -ntp -fae "$@" -pl '!e2e' verify || bad=1
  if [ "$bad" -eq 0 ]; then
    stamp_all
    trap 'stop_platform || true' EXIT
    if start_platform; then
      step 'Acceptance tests on the running platform' "$E2E_LOG" \
        ./mvnw -B -ntp -pl e2e -am -DskipWebApp -Dspotless.check.skip '-Dtest=org/hifazat/e2e/**/*Test' \
        -Dsurefire.failIfNoSpecifiedTests=false "-Dhifazat.url=http://localhost:$HIFAZAT_PORT" \
        "-Dhifazat.data=$platform_data" "-Dhifazat.chromium=$HIFAZAT_CHROMIUM" verify || bad=1
    else
      bad=1
    fi
    if [ "$bad" -eq 0 ]; then stop_platform || bad=1; else stop_platform keep || true; fi
    trap - EXIT
    if [ -n "$containers" ]; then
      step 'Images, and what compose.yaml says on the container engine' target/test-containers.log \
        ./mvnw -B -ntp -pl deploy/local -am -DskipWebApp -Dspotless.check.skip -Dtest=ComposedPlatformTest -Dhifazat.test.excluded=none \
        -Dsurefire.failIfNoSpecifiedTests=false verify || bad=1
    fi
  fi

  local passed failed skipped
  read -r passed failed skipped <<<"$(count_tests)"
  name_failures
  [ "$failed" -eq 0 ] || bad=1
  say "Took $(((SECONDS - began) / 60)) min $(((SECONDS - began) % 60)) s.$([ "$skipped" -eq 0 ] || printf ' %s skipped.' "$skipped")"
  [ "$bad" -eq 0 ] || [ "$failed" -gt 0 ] || say 'A step failed that is not a test; see above.'
  say "$passed passed, $failed failed"
  return "$bad"
}
