# Runs the server for as long as somebody holds this script's standard input open. When the application closes it, or
# ends in whatever way, the server is stopped.
bin=$1 cluster=$2 log=$3 port=$4

# Ctrl-C reaches every process of the terminal; the application closes first and the server after it. It may also be gone
# before it is told the server's number.
trap '' INT TERM HUP PIPE

"$bin/pg_ctl" start --silent --wait --timeout=600 --pgdata="$cluster" --log="$log" --options="-p $port" \
  >/dev/null </dev/null || exit 1
read -r pid <"$cluster/postmaster.pid"
echo "$pid"
cat >/dev/null

# In a container that has no init nobody buries the dead, and signals still reach them.
dead() {
  ! kill -0 "$pid" || { read -r _ _ state _ <"/proc/$pid/stat" && [ "$state" = Z ]; }
}

# By now the cluster may be served by a successor, which is none of our business.
ours() {
  ! dead && read -r now <"$cluster/postmaster.pid" && [ "$now" = "$pid" ]
}

# Fast: transactions are rolled back and everything is written. After 20 s: at once, and the next start recovers.
ours && kill -INT "$pid"
tries=400
while ours; do
  [ "$tries" -gt 0 ] || kill -QUIT "$pid"
  tries=$((tries - 1))
  sleep 0.05
done
