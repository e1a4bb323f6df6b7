package dev.troupe.eventstore.postgres;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Commits what several threads want to commit at the same moment by one INSERT, in one round trip. While one of them writes, those that come
 * gather; the first of them writes next, for all that fit together, or at once beside the other when enough have gathered. Nobody waits for
 * company, so a lone commit loses nothing. A group that fails is done again one by one, so that each is told of its own failure only.
 */
final class GroupCommit {

    /** So that the first of a group does not wait long for the others' sake. */
    private static final int LARGEST_GROUP = 32;

    /** While one group waits for the disk, another can be sent; more would only make the groups smaller. */
    private static final int GROUPS_AT_ONCE = 2;

    /** So many are worth a round trip of their own while another is under way. */
    private static final int ENOUGH = 4;

    private final SureCommit commit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Member> waiting = new ArrayDeque<>();
    private final List<Group> writing = new ArrayList<>(GROUPS_AT_ONCE);

    GroupCommit(SureCommit commit) {
        this.commit = commit;
    }

    /** Returns when it is committed, and throws when it is not. */
    void commit(PendingWrites writes) {
        Member self = new Member(writes, lock.newCondition());
        lock.lock();
        try {
            waiting.add(self);
            while (!self.settled) {
                Group group = next();
                if (group.members.isEmpty()) {
                    self.news.awaitUninterruptibly();
                } else {
                    write(group);
                }
            }
        } finally {
            lock.unlock();
        }
        self.throwIfFailed();
    }

    /** How many wait while another writes. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Those who can be written now; nobody if it is better to let more gather. */
    private Group next() {
        Group group = new Group(new ArrayList<>(), new PendingWrites());
        if (writing.isEmpty() || writing.size() < GROUPS_AT_ONCE && waiting.size() >= ENOUGH) {
            Iterator<Member> candidates = waiting.iterator();
            while (candidates.hasNext() && group.members.size() < LARGEST_GROUP) {
                Member candidate = candidates.next();
                if (isApart(candidate, group)) {
                    group.add(candidate);
                    candidates.remove();
                }
            }
        }
        return group;
    }

    /**
     * Two that write to one stream cannot both succeed, so they are kept apart: the second would fail its group, and in two groups they
     * would wait for each other.
     */
    private boolean isApart(Member candidate, Group group) {
        return candidate.writes.isApartFrom(group.writes)
                && writing.stream().allMatch(other -> candidate.writes.isApartFrom(other.writes));
    }

    /** Gives the lock up while it writes, so that others can come, and has it again when it returns. */
    private void write(Group group) {
        writing.add(group);
        boolean othersFollow = waiting.stream().anyMatch(Member::appends);
        lock.unlock();
        boolean interrupted = Thread.interrupted(); // this thread commits for others too
        try {
            commit(group, othersFollow);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            lock.lock();
            writing.remove(group);
            group.members.forEach(Member::settle);
            callNext();
        }
    }

    private void callNext() {
        Member next = waiting.peek();
        if (next != null) {
            next.news.signal();
        }
    }

    private void commit(Group group, boolean othersFollow) {
        boolean inDoubt = false;
        if (group.members.size() > 1) {
            try {
                commit.together(group.writes, group.members.size(), othersFollow);
                group.members.forEach(Member::committed);
                return;
            } catch (SureCommit.Unreachable e) {
                group.members.forEach(member -> member.failed(e));
                return;
            } catch (SQLException e) {
                inDoubt = SureCommit.isInDoubt(e);
            }
        }
        long deadline = System.nanoTime() + SureCommit.PATIENCE.toNanos();
        for (Member member : group.members) {
            commitAlone(member, othersFollow, inDoubt, deadline);
        }
    }

    private void commitAlone(Member member, boolean othersFollow, boolean inDoubt, long deadline) {
        try {
            commit.alone(member.writes, othersFollow, inDoubt, deadline);
            member.committed();
        } catch (RuntimeException e) {
            member.failed(e);
        }
    }

    /** Who is committed together. */
    private record Group(List<Member> members, PendingWrites writes) {

        void add(Member member) {
            writes.addAll(member.writes);
            members.add(member);
        }
    }

    /** One transaction that waits to be committed, and what became of it. */
    private static final class Member {

        private final PendingWrites writes;
        private final Condition news;
        private @Nullable RuntimeException failure;
        private boolean committed;
        private boolean settled;

        Member(PendingWrites writes, Condition news) {
            this.writes = writes;
            this.news = news;
        }

        boolean appends() {
            return writes.size() > 0;
        }

        void committed() {
            committed = true;
        }

        void failed(RuntimeException cause) {
            failure = cause;
        }

        void settle() {
            settled = true;
            news.signal();
        }

        void throwIfFailed() {
            if (failure != null) {
                throw failure;
            }
            if (!committed) {
                throw new EventStoreException("The commit failed before it was sent");
            }
        }
    }
}
