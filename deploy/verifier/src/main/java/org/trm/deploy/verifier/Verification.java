package org.trm.deploy.verifier;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trm.events.proof.Checkpoint;
import org.trm.events.proof.HashTile;
import org.trm.events.proof.Malformed;
import org.trm.events.proof.Nodes;
import org.trm.events.proof.SignedNote;
import org.trm.events.proof.TilePath;
import org.trm.events.proof.Unproven;

/** The whole course of verifying a log. It stops where nothing that follows could mean anything. */
final class Verification {
    private final Options options;
    private final Report report;
    private final Progress progress;
    private final Notebook notebook;
    private final LogFiles files;

    /** @throws Misuse when something is given that is not what it should be */
    Verification(Options options, Report report, PrintStream err) {
        this.options = options;
        this.report = report;
        this.progress = new Progress(err, System::nanoTime);
        this.notebook = Notebook.of(options.state(), options.key());
        this.files = new LogFiles(Served.at(options.log(), options.token()));
    }

    /**
     * @throws Misuse when a receipt cannot be read
     * @throws Unreachable when the log does not serve what it must
     */
    void run() {
        try {
            SignedNote note = files.checkpoint();
            Checkpoint checkpoint = new Signatures(options.key(), options.witnesses()).verified(note, report);
            check(new Shown("you", note, checkpoint));
        } catch (Malformed | Unproven e) {
            report.wrong(e.getMessage());
        }
    }

    private void check(Shown now) {
        List<GivenReceipt> receipts = options.receipts().stream()
                .flatMap(file -> GivenReceipt.read(file, options.key(), report).stream())
                .toList();
        List<Shown> before = Stream.concat(
                        notebook.checkpoints().stream(), receipts.stream().map(GivenReceipt::shown))
                .toList();
        History history = new History(now, report);
        Checkpoint known = options.entries() || options.fromStart() ? notebook.none() : notebook.verified();
        if (!report.staysWell(() -> before.forEach(history::compare)) || !isAsSigned(now.checkpoint(), known)) {
            return;
        }
        Nodes nodes = Nodes.of(now.checkpoint().size(), files::tile);
        List<Shown> denied = before.stream()
                .filter(shown -> !history.goesOnFrom(shown, nodes))
                .toList();
        if (denied.isEmpty()) {
            receipts.forEach(receipt -> receipt.check(nodes, options.key(), report));
            report.well("It goes on from every checkpoint that the log is known to have shown: " + before.size() + ".");
            notebook.add(now);
        } else if (isAsSigned(now.checkpoint(), notebook.none())) {
            // Tiles that nobody signed, such as ones that were damaged since they were read, deny nothing.
            denied.forEach(history::isRewritten);
        }
    }

    private boolean isAsSigned(Checkpoint now, Checkpoint known) {
        TreeWalk.Tree tree =
                walk(now, known).or(() -> walk(now, notebook.none())).orElseThrow();
        if (!tree.root().equals(now.root())) {
            report.wrong("The root recomputed from the leaves is " + tree.root() + ". The checkpoint of " + now.size()
                    + " entries says " + now.root() + ".");
        }
        return tree.fits() && tree.root().equals(now.root());
    }

    private Optional<TreeWalk.Tree> walk(Checkpoint now, Checkpoint from) {
        EntryCheck entries = new EntryCheck(report);
        TreeWalk walk = new TreeWalk(files, now.size(), report, (path, leaves) -> {
            if (options.entries()) {
                check(entries, path, leaves);
            }
            progress.at(path.index() * HashTile.WIDTH + path.width(), now.size());
        });
        Optional<TreeWalk.Tree> tree = walk.since(from);
        report.well(said(from, tree.isPresent()));
        return tree;
    }

    private String said(Checkpoint from, boolean goesOn) {
        if (!goesOn) {
            return "The tree does not go on from its first " + from.size() + " entries, so all of it is read.";
        }
        return "Its leaves" + (from.size() == 0 ? "" : " since entry " + from.size()) + " were read"
                + (options.entries() ? " with every entry" : "") + ", and the tiles above them.";
    }

    private void check(EntryCheck entries, TilePath leaves, HashTile hashes) {
        TilePath bundle = TilePath.ofEntries(leaves.index(), leaves.width());
        entries.check(leaves.index() * HashTile.WIDTH, files.bundle(bundle), hashes);
    }
}
