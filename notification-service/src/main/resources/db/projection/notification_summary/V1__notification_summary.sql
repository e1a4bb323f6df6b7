CREATE TABLE notification_summary (
  notification_id text PRIMARY KEY,
  order_id        text NOT NULL,
  kind            text NOT NULL,
  status          text NOT NULL,
  requested_at    timestamptz NOT NULL,
  sent_at         timestamptz,
  reason          text
);

-- The two questions that pages are asked for, in the order in which they are paged.
CREATE INDEX notification_summary_by_order ON notification_summary (order_id, notification_id);
CREATE INDEX notification_summary_by_status ON notification_summary (status, notification_id);
