package dev.troupe.spring.http;

import dev.troupe.kit.projection.View;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list, in the order of the keys.
 *
 * @param items what is on it
 * @param next give this as {@code after} to get the page after this one; absent on the last page
 */
public record PageOf<T>(List<T> items, @Nullable String next) {

    /** The header that says up to which position of the event store an answer is folded. */
    public static final String AS_OF_POSITION = "As-Of-Position";

    /** At most so many items are on a page. */
    public static final int MAX_LIMIT = 500;

    /** So many items are on a page unless said. */
    public static final String DEFAULT_LIMIT = "50";

    /** Answers with a page of a view, and says how far the view is and where the next page is. */
    public static <R, T> ResponseEntity<PageOf<T>> answer(View.Page<R> page, Function<R, T> item) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().header(AS_OF_POSITION, String.valueOf(page.asOfPosition()));
        if (page.next() != null) {
            answer.header("Link", "<%s>; rel=\"next\"".formatted(linkTo(page.next())));
        }
        return answer.body(new PageOf<>(page.rows().stream().map(item).toList(), page.next()));
    }

    private static String linkTo(String next) {
        var here = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", "{after}")
                .encode()
                .buildAndExpand(next);
        return here.getPath() + "?" + here.getQuery();
    }
}
