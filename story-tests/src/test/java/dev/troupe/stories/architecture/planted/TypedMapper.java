package dev.troupe.stories.architecture.planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.thoughtworks.xstream.XStream;

/** Lets stored text choose which class is made, in both ways there are. */
class TypedMapper {

    static ObjectMapper mapper() {
        return new ObjectMapper()
                .activateDefaultTyping(BasicPolymorphicTypeValidator.builder().build());
    }

    static XStream xstream() {
        return new XStream();
    }
}
