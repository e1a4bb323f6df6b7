package dev.troupe.notification.job;

import dev.troupe.notification.domain.NotificationId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which mails the mail server took lately, so that a mail whose outcome could not be recorded, the database being away, is not
 * sent a second time when its job is tried again.
 */
final class TakenMails {

    /** Far more than can be under way at once; the oldest were recorded long ago. */
    private static final int REMEMBERED = 10_000;

    private final Map<NotificationId, Boolean> taken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NotificationId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void add(NotificationId id) {
        taken.put(id, true);
    }

    synchronized boolean contains(NotificationId id) {
        return taken.containsKey(id);
    }
}
