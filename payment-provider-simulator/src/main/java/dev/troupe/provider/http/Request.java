package dev.troupe.provider.http;

import dev.troupe.provider.json.InvalidInput;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a handler needs of a request.
 *
 * @param variables the parts of the path that stand for a name
 * @param body at most 16 KiB
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Request(Map<String, String> variables, byte[] body) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    /**
     * A key in the path.
     *
     * @throws InvalidInput if it is none
     */
    String key(String variable) {
        String key = variables.getOrDefault(variable, "");
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInput(
                    "invalid-key", "a key is 1 to 200 letters, digits or . _ : - and begins with a letter or digit");
        }
        return key;
    }
}
