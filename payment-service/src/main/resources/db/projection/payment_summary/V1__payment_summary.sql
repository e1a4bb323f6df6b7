CREATE TABLE payment_summary (
  order_id               text PRIMARY KEY,
  status                 text NOT NULL,
  cancellation_noted     boolean NOT NULL,
  amount_minor           bigint,
  currency               text,
  captured_minor         bigint NOT NULL,
  refund_requested_minor bigint NOT NULL,
  refunded_minor         bigint NOT NULL,
  provider_reference     text,
  reason                 text,
  created_at             timestamptz NOT NULL,
  updated_at             timestamptz NOT NULL
);

-- The question that pages are asked for, in the order in which they are paged.
CREATE INDEX payment_summary_by_status ON payment_summary (status, order_id);
