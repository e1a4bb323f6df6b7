package dev.troupe.order.api;

import dev.troupe.events.CustomerId;
import dev.troupe.kit.database.ServiceDatabase;
import dev.troupe.kit.privacy.PersonalData;
import dev.troupe.kit.privacy.PersonalData.Erasure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does what a customer may ask about their personal data. */
@RestController
@RequestMapping("/customers")
@Tag(name = "Customers")
class CustomerController {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerController.class);

    private final PersonalData personalData;

    CustomerController(ServiceDatabase database) {
        this.personalData = PersonalData.in(database);
    }

    @DeleteMapping("/{customerId}/personal-data")
    @Operation(summary = "Erases a customer's personal data, everywhere and for ever", description = """
        Name, address and mail address are sealed with keys of the customer's own; these are shredded. The customer's orders
        stay, and go on, but mails are no longer sent. Asking again changes nothing. Who asked is kept.\
        """)
    ErasedData erase(@PathVariable @Parameter(example = "c-1") CustomerId customerId, Principal caller) {
        Erasure erasure = personalData.erase(customerId.value(), caller.getName());
        LOG.info("The personal data of {} was erased: {} keys shredded", customerId, erasure.shreddedKeys());
        return new ErasedData(customerId, erasure.shreddedKeys(), erasure.erasedAt());
    }

    /**
     * What was erased.
     *
     * @param shreddedKeys how many keys were shredded; 0 if there was nothing to erase
     */
    record ErasedData(CustomerId customerId, int shreddedKeys, Instant erasedAt) {}
}
