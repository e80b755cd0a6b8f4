# shellcheck shell=bash
# Everything CI runs, sourced by ./hifazat: builds all modules once, then tests them and, beside that, starts a platform of
# its own and tries it over HTTP and in a real browser. Ends with one plain line, e.g. "812 passed, 0 failed".

readonly TEST_LOG=target/test.log PLATFORM_LOG=target/test-platform.log
platform_pid=''
platform_data=''

require_chromium() { # the browser tests drive the system's own Chromium; best the one without a window, which asks less of the machine
  local name
  for name in "${HIFAZAT_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
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
      sh -c 'apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium-headless-shell || apt-get install -q -y --no-install-recommends chromium' \
      || fail 'Chromium could not be installed; see target/chromium.log'
    HIFAZAT_CHROMIUM=$(command -v chromium-headless-shell || command -v chromium) || fail 'Chromium was installed but is not on the PATH'
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

name_untested() { # the test classes without a report: a module that no part tests must not pass unseen
  local source class found=1
  while IFS= read -r source; do
    class=${source##*/src/test/java/} class=${class%.java}
    grep -qF "/TEST-${class//\//.}.xml" target/.reports && continue
    # base classes, and those that wait for --containers
    grep -qE 'abstract class|@Tag\("containers"\)' "$source" && continue
    say "  not tested: ${class//\//.}"; found=0
  done < <(find . \( -name node_modules -o -name target \) -prune -o -path '*/src/test/java/*Test.java' -print)
  return "$found"
}

start_platform() { # starts a platform beside any other one; its address is in HIFAZAT_PORT and HIFAZAT_DATA
  platform_data=$(mktemp -d "${TMPDIR:-/tmp}/hifazat-test.XXXXXX")
  export HIFAZAT_DATA=$platform_data
  local base start=$SECONDS code
  for base in 18600 18700 18800 18900 19000; do
    export HIFAZAT_PORT=$base
    # a sign-in is old soon, so that the journeys meet the question who acts
    # and the partner's client listens on this machine, without TLS; a busy machine is no service that is away
    (export HIFAZAT_GATEWAY_TIMEOUTS_CONNECT=20s HIFAZAT_GATEWAY_TIMEOUTS_SILENCE=100s QUARKUS_HTTP_IDLE_TIMEOUT=200s
     export HIFAZAT_SECURITY_STEP_UP_MAX_AGE=15s HIFAZAT_WEBHOOK_PLAIN_HTTP=true HIFAZAT_WEBHOOK_OPEN_RANGES=127.0.0.1/32
     launch up) >"$PLATFORM_LOG" 2>&1 &
    platform_pid=$!
    while kill -0 "$platform_pid" 2>/dev/null; do
      # asking takes a JVM, and half a second of a core others need
      if grep -q '^  Hifazat is ready' "$PLATFORM_LOG" && (launch status) >/dev/null 2>&1; then
        say "Starting a platform for the acceptance tests: ready in $((SECONDS - start)) s"
        return 0
      fi
      if [ $((SECONDS - start)) -gt 1200 ]; then break 2; fi
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

# --- the parts of the test run --------------------------------------------------------------------
# Maven tests a module only when all modules below it have been tested. Once everything is built there is no reason to
# wait for that: each part tests some modules, and as many parts run at a time as the machine can bear.

# name | modules | where their test classes are; the longest first, so that none is left over at the end, and beside
# them the one that mostly waits for processes to stop and start. Each part is a Maven
# of its own, which costs six seconds of CPU before it tests anything: small modules share one.
readonly PARTS=(
  'acceptance||'
  'case-service|case-service|org/hifazat/cases'
  'servers-and-local|platform/embedded,platform/messaging,platform/testing,deploy/local|org/hifazat/platform/embedded org/hifazat/platform/messaging org/hifazat/platform/testing org/hifazat/local'
  'referral-service-and-identity|referral-service,identity|org/hifazat/referral org/hifazat/identity'
  'web-app||'
  'assessment-and-monitoring-service|assessment-service,monitoring-service|org/hifazat/assessment org/hifazat/monitoring'
  'platform-and-gateway|platform/security,platform/persistence,platform/web,web|org/hifazat/platform/security org/hifazat/platform/persistence org/hifazat/platform/web org/hifazat/gateway'
)
readonly PART_LOGS=target/test SERVERS=$root/target/test-servers
maven_arguments=()

test_modules() { # <modules> <folders of test classes> [maven arguments]; takes the place of the calling shell
  local modules=$1 folders=$2 tests='' folder; shift 2
  for folder in $folders; do tests=$tests${tests:+,}$folder/**/*Test; done
  # The modules below come along as they were compiled: Maven takes them from target/classes when it believes that it
  # compiles them in this run. They stay untested: no class of theirs has such a name.
  exec ./mvnw -B -ntp -fae -pl "$modules" -am -DskipWebApp -Denforcer.skip -Dspotless.check.skip -Dmdep.skip \
    -Dmaven.resources.skip -Dmaven.main.skip compile surefire:test "-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dhifazat.test.servers=$SERVERS" "$@"
}

test_acceptance() { # [maven arguments]
  local child='' bad=0
  trap '[ -z "$child" ] || kill "$child" 2>/dev/null; stop_platform || true; exit 130' INT TERM
  start_platform || { stop_platform keep || true; return 1; }
  (test_modules e2e org/hifazat/e2e "-Dhifazat.url=http://localhost:$HIFAZAT_PORT" \
    "-Dhifazat.data=$platform_data" "-Dhifazat.chromium=$HIFAZAT_CHROMIUM" "$@") &
  child=$!
  wait "$child" || bad=1
  if [ "$bad" -eq 0 ]; then stop_platform || bad=1; else stop_platform keep || true; fi
  return "$bad"
}

test_part() { # <part of PARTS>; ends the calling shell
  local name modules folders
  IFS='|' read -r name modules folders <<<"$1"
  set -- ${maven_arguments[@]+"${maven_arguments[@]}"}
  case $name in
    acceptance) test_acceptance "$@" ;;
    web-app) exec sh web/web-app.sh test ;;
    *) test_modules "$modules" "$folders" "$@" ;;
  esac
}

# Half as many again as cores, as each part waits for its servers now and then, while each has the memory of a test JVM and
# its servers.
workers() { # -> how many parts at a time
  local cores megabytes count
  if [ -n "${HIFAZAT_TEST_WORKERS:-}" ]; then printf '%s' "$HIFAZAT_TEST_WORKERS"; return 0; fi
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
  megabytes=$(available_megabytes)
  # what the acceptance tests need more than the others, and the shared Keycloak, are there once
  count=$(((${megabytes:-6000} - 2500) / 1800))
  [ "$count" -le $((cores + cores / 2)) ] || count=$((cores + cores / 2))
  [ "$count" -ge 1 ] || count=1
  [ "$count" -le ${#PARTS[@]} ] || count=${#PARTS[@]}
  printf '%s' "$count"
}

run_parts() { # all PARTS, some at a time; true when none failed
  local at_once next=0 bad=0 start=$SECONDS shown=0 i name status
  local pids=() names=() begun=() waiting=()
  at_once=$(workers)
  rm -rf "$PART_LOGS"; mkdir -p "$PART_LOGS"
  stop_servers
  trap 'end_parts ${pids[@]+"${pids[@]}"}; stop_servers; exit 130' INT TERM
  say "Testing in ${#PARTS[@]} parts, $at_once at a time …"
  while [ "$next" -lt ${#PARTS[@]} ] || [ ${#pids[@]} -gt 0 ]; do
    while [ "$next" -lt ${#PARTS[@]} ] && [ ${#pids[@]} -lt "$at_once" ]; do
      name=${PARTS[$next]%%|*}
      (test_part "${PARTS[$next]}") >"$PART_LOGS/$name.log" 2>&1 </dev/null &
      pids+=($!) names+=("$name") begun+=("$SECONDS")
      next=$((next + 1))
    done
    sleep 1
    waiting=()
    for i in "${!pids[@]}"; do
      if kill -0 "${pids[$i]}" 2>/dev/null; then waiting+=("$i"); continue; fi
      status=0; wait "${pids[$i]}" || status=$?
      told "${names[$i]}" "$status" $((SECONDS - begun[i]))
      [ "$status" -eq 0 ] || bad=1
    done
    local p=() n=() b=()
    for i in ${waiting[@]+"${waiting[@]}"}; do p+=("${pids[$i]}") n+=("${names[$i]}") b+=("${begun[$i]}"); done
    # an empty array counts as unset in the bash of macOS
    pids=(${p[@]+"${p[@]}"}) names=(${n[@]+"${n[@]}"}) begun=(${b[@]+"${b[@]}"})
    if [ $((SECONDS - start - shown)) -ge 30 ] && [ ${#pids[@]} -gt 0 ]; then
      shown=$((SECONDS - start)); say "  … $shown s  ${names[*]} ($((next - ${#pids[@]}))/${#PARTS[@]} done)"
    fi
  done
  trap - INT TERM
  stop_servers
  say "Testing: done in $((SECONDS - start)) s"
  return "$bad"
}

told() { # <part> <status> <seconds>; says how a part went
  local log=$PART_LOGS/$1.log
  if [ "$2" -eq 0 ]; then say "  $1: passed in $3 s"; return 0; fi
  say "  $1: failed after $3 s; the end of $log:"
  if grep -qE 'ERROR|FAIL|BUILD' "$log"; then
    # each failed test with the beginning of what it says, which has no such word in it
    awk '/<<< (FAILURE|ERROR)!/ { said = 8; print; next }
         /ERROR|FAIL|BUILD/ { print; next }
         said > 0 && NF > 0 { said--; print "    " substr($0, 1, 300) }' "$log" | head -n 60
  else
    tail -n 25 "$log"
  fi
}

end_parts() { # <pids>
  local pid
  for pid in "$@"; do kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do wait "$pid" 2>/dev/null || true; done
}

stop_servers() { # ends the servers the parts shared, those of a run that was killed too
  local file pid
  for file in "$SERVERS"/*/keycloak.pid "$SERVERS"/*/postgres.pid; do
    [ -f "$file" ] || continue
    pid=$(cat "$file")
    # after a restart of the machine the number may be somebody else's
    command_line "$pid" 2>/dev/null | grep -qF -- "$SERVERS" || continue
    kill -INT "$pid" 2>/dev/null || continue
    for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.5; done
    kill -KILL "$pid" 2>/dev/null || true
  done
  rm -rf "$SERVERS"
}

build_everything() { # [maven arguments]; takes the place of the calling shell. Error Prone is loaded once, not for each compilation:
  # only javac's own main asks which loader to take, not the interface Maven takes otherwise
  "$JAVA_HOME/bin/javac" -d target/kept-processors deploy/build/KeptProcessors.java || exit 1
  MAVEN_OPTS="${MAVEN_OPTS:-} -Xbootclasspath/a:target/kept-processors" \
    JDK_JAVAC_OPTIONS="${JDK_JAVAC_OPTIONS:+$JDK_JAVAC_OPTIONS }-XDprocloader=KeptProcessors" \
    exec ./mvnw -B -ntp -T 2 -DskipTests -Dmaven.compiler.forceLegacyJavacApi=true "$@" package
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
  maven_arguments=("$@")

  step 'Building all modules and their tests (the first time downloads their libraries)' "$TEST_LOG" \
    build_everything "$@" || bad=1
  if [ "$bad" -eq 0 ]; then
    stamp_all
    run_parts || bad=1
  fi
  if [ "$bad" -eq 0 ] && [ -n "$containers" ]; then
    step 'Images, and what compose.yaml says on the container engine' target/test-containers.log \
      ./mvnw -B -ntp -pl deploy/local -am -DskipWebApp -Dspotless.check.skip -Dtest=ComposedPlatformTest -Dhifazat.test.excluded=none \
      -Dsurefire.failIfNoSpecifiedTests=false verify || bad=1
  fi

  local passed failed skipped
  read -r passed failed skipped <<<"$(count_tests)"
  name_failures
  if [ "$bad" -eq 0 ] && [ $# -eq 0 ] && name_untested; then bad=1; fi
  [ "$failed" -eq 0 ] || bad=1
  say "Took $(((SECONDS - began) / 60)) min $(((SECONDS - began) % 60)) s.$([ "$skipped" -eq 0 ] || printf ' %s skipped.' "$skipped")"
  [ "$bad" -eq 0 ] || [ "$failed" -gt 0 ] || say 'Something failed that is not a test; see above.'
  say "$passed passed, $failed failed"
  return "$bad"
}
