package dev.troupe.events;

/**
 * A personal value that only a holder of its subject's key can read; once the key is shredded, nobody can.
 *
 * @param subject whose value it is, a customer's id
 * @param keyId the key it was sealed with
 * @param ciphertext nonce and AES-GCM ciphertext in Base64
 */
public record Sealed(String subject, String keyId, String ciphertext) {}
