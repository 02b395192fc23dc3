using InfoSharing.Tests.Unit.Rules;

namespace InfoSharing.Tests.Unit.Language;

/// <summary>The agencies' ordinary language. A tool that is wrong ten times a page is clicked through.</summary>
public sealed class InnocentSentenceTests
{
    private const string Police = """
        A Domestic Violence Protection Notice was served on 3 May.
        The magistrates made a domestic violence protection order for 28 days.
        DVPN and DVPO history is attached.
        The right to ask under the Domestic Violence Disclosure Scheme was used in June.
        The DVDS disclosure was made to the mother on 4 June.
        He was convicted under the Malicious Communications Act 1988.
        A report of malicious communications was recorded on 6 June.
        The victim reported malicious damage to her car.
        The statement was signed and witnessed by PC 1234 Example.
        The violence was witnessed by PC 4021 from the doorway.
        The officer took a witness statement about the abuse.
        Police witnessed the abuse and arrested him.
        He absconded from bail in March.
        A prison recall followed when he absconded.
        He absconded while on licence.
        PC 4021 ran after him and he was caught running from the house.
        Officers attended and spoke to both separately.
        A non-molestation order with power of arrest was served.
        The log shows six calls from one address.
        She withdrew her statement on 2 May because she was afraid.
        He retracted the threat when officers arrived.
        The suspect is a drug user and was searched.
        The DVPO expires on 28 May and the force solicitor has it.
        A domestic violence protection notice and a non-molestation order were both served.
        Clare's Law: the domestic violence disclosure scheme panel met on 9 June.
        He was arrested for malicious communications and for malicious wounding.
        Malicious calls to the address were logged on three dates.
        The malicious prosecution claim was struck out.
        The signature was witnessed by Sgt Pemberton at the front desk.
        The exhibit was witnessed by DC 4411.
        Court staff witnessed the abuse that he shouted in the corridor.
        Two PCSOs gave evidence that they witnessed the violence.
        He absconded after recall to prison and was found in Hull.
        The licence was revoked when he absconded.
        He absconded from custody at the hospital.
        He breached bail by coming to the school gate.
        Body-worn video shows him standing in the doorway.
        The 999 call lasted four minutes and the line stayed open.
        A marker was placed on the address.
        A panic alarm was fitted on Tuesday.
        The investigating officer will ring her on the safe number.
        She was photographed by a female officer at her request.
        He was interviewed under caution and made no reply.
        He threatened to send her pictures to her mother.
        He sent an adult colleague a message about the children.
        The phone was seized and will be examined.
        Intelligence of 2021 links him with an earlier partner.
        He is a dealer in second-hand cars.
        A drug test was refused.
        Cannabis was found in his coat.
        The team is running an operation on the estate.
        The officer recruited last year has the case.
        County lines training was given to the whole shift.
        He was seen running from the car.
        A gang of workmen was on the site.
        The gang injunction names him and two others.
        He kept her keys and her bank card.
        He keeps going back to the house in breach of the order.
        She keeps a diary of each visit.
        He went back to the address at 23:40.
        He put his hand through the glass.
        He put the children in his car.
        He placed himself between her and the door.
        The crime was recorded as assault occasioning actual bodily harm.
        The motive is not known.
        He told the custody sergeant that he was sorry.
        He was given another chance by the court in 2019.
        The DASH was completed at the scene with her agreement.
        The report was filed as no further action by the Crown Prosecution Service.
        The complaint about the officer was resolved.
        The allegation was investigated and he was charged.
        An older brother was spoken to and confirmed the time.
        Her boyfriend's older brother drove them home.
        The attention of the duty inspector was drawn to it.
        Officers seek his whereabouts.
        He is hard to trace: three addresses in a year.
        Contact was made by telephone at 09:10.
        The men at the address were spoken to.
        Adults at the party were identified.
        The dog was provoked and the warden took it away.
        He hit the taxi driver without being provoked.
        The keys to the van keep going missing from the drawer.
        The top shelf of the store is hard to reach and was searched last.
        The switch was hard to reach and he had used a stick.
        The witness, an older sister's neighbour, moved in 2023.
        The referral from the school was not malicious.
        The runner was found to be carrying a knife on the running track.
        Officers were running late because of a gang of cyclists.
        The search team recruited two dogs.
        He was seen putting the bins out at 07:15.
        A voluntary interview was held with her solicitor there.
        The file went back to their supervisor for review.
        The appeal for dashcam pictures was sent to an adult care home nearby.
        The sergeant allowed them back to court after lunch.
        The custody nurse allowed him back to his cell.
        He was involved in a collision on the ring road.
        The working group on exploitation meets each quarter.
        The officer in the case is in a relationship with nobody in the file.
        Malicious code was found on the laptop.
        The report says that the fire was not malicious but an electrical fault.
        Two historic buildings were broken into.
        The firm makes better locks and better choices of alarm.
        She is a witness to the signature on the will.
        The licence holder of the pub rang police.
        """;

    private const string SocialCare = """
        Why did he not stop? The plan asks that of him.
        She left when it was safe to leave.
        Mother is in a relationship with a man of her age who lives in Leeds.
        The boys spend time with their grandmother on Saturdays.
        Contact is supervised fortnightly at the contact centre.
        The child arrangements order sets indirect contact only.
        We discussed what made leaving unsafe for her.
        The conference was told that school is hard to contact in August.
        The social worker was hard to reach on the telephone and rang back.
        He puts the children at risk when he drinks.
        The plan puts the onus on him.
        Factor 3A, domestic violence, was recorded at assessment.
        Domestic violence: concerns about the child being the subject of domestic violence.
        The independent domestic violence adviser rang twice.
        The team discussed the choice of school.
        She chose this school because it is near.
        Mother made good choices about who collects them.
        The child is a troubled sleeper since the move.
        The family keeps going to the same church.
        He keeps taking him to school on time.
        The way she was met at the door mattered to her.
        She is involved in planning her own support.
        Both parents were asked about money.
        The plan was recruited to; the team is running two groups.
        She behaves well and takes few risks.
        His behaviour is challenging for the carers, who have support.
        She allowed the worker to see the bedrooms.
        The children were exposed to cold in the flat.
        Mother and children were seen together and then apart.
        The home was warm and there was food in the fridge.
        He has contact each fortnight at the centre in Morley.
        The contact notes are kept by the centre.
        Each child has a key worker and knows the name.
        The grandmother offers care on Wednesdays.
        Her relationship with her sister is close and helps.
        Mother is in a relationship with Sam, whom the children like.
        The couple are no longer in a relationship.
        He spends time with his cousins at the weekend.
        She associates that street with the night in June.
        The family chose to stay in the area because of school.
        She chose a later appointment.
        The lifestyle of the family changed when he lost his job.
        Choices about college were discussed.
        The best choice for the boys is the nearer school.
        They are as different as one another's friends.
        Both parents are as worried as each other about his sleep.
        Six of the eight visits were kept.
        Why did he come to the school? He says to collect a coat.
        We asked why the door was broken.
        When she left, he followed her car.
        It is not safe for her to leave by the front.
        Her vulnerability at night was part of the plan.
        His own childhood led to the referral for therapy.
        She did not know what would happen next and asked us to stay.
        They had no way to know what would happen.
        The troubled weeks were in May.
        Activity with the youth club is on Mondays.
        She is active in the school council since September.
        The school contacted both parents.
        Contact with adult services was made for the eldest.
        He was offered a place in the group in return for regular attendance.
        She is involved in her own plan.
        The panel is involved in exploitation prevention meetings.
        The boy became involved in football.
        She works for a bakery on Saturdays.
        He went back to his foster carers on Sunday evening.
        She keeps going to choir.
        He kept missing the bus.
        The pictures that he sent to his teacher were of the garden.
        The children run in the yard after school.
        The mule in the field is his favourite.
        He takes risks on his bicycle.
        Behaviour at school has improved and he has a star chart.
        She knows her street well and walks with a friend.
        She dressed the baby for the walk.
        The way they were spoken to was kind.
        The crime in the area worries her.
        His passion is fishing.
        The referral was withdrawn by the school because it was a duplicate.
        She found his account credible.
        Arguments about homework happen most evenings.
        He was truly sorry to miss the visit.
        She allowed the nursery to share its notes.
        Mum let the boys back on the trampoline.
        He keeps taking the bus by himself.
        Dad keeps taking photographs of the garden.
        The children are exposed to loud traffic.
        The children witnessed their cousin's wedding.
        Domestic abuse was named in the first assessment.
        The course for parents has a waiting list.
        Compliance with the plan was good.
        The disguise was for the school play.
        The phone is out of reach of the children.
        Men in the family were asked about their part.
        He wants attention at bedtime and gets a story.
        The complaint about the service was upheld.
        Non-recent sexual abuse was disclosed and is with police.
        The historical society visits the school.
        He ran off from the park and came back for tea.
        The behaviour support plan is reviewed each term.
        School finds his behaviour hard on some afternoons and has a quiet room.
        The teacher allowed them back on the trampoline after tea.
        Grandad allows her back on the bike when the helmet is on.
        School allowed him back to class on Monday.
        The club allowed them back to training in March.
        Her reading book keeps going missing from the bag.
        His coat keeps going missing at nursery.
        The bolt on the gate is hard to reach and keeps the toddler in.
        A hard-to-reach shelf holds the cleaning things.
        The team is hard to reach between noon and two.
        The film provoked a good discussion in the group.
        The photograph provoked memories of the old house.
        The programme for perpetrators runs in the next town.
        The behaviour change course for perpetrators has a waiting list.
        She put the baby at the centre of each answer.
        He put himself to bed and slept well.
        The foster carer keeps taking her back to the optician for the same glasses.
        They keep taking the bus to see her.
        The lifestyle of the farm suits the children.
        The sisters contact each other by letter.
        Adults and men in the household were asked to leave the room.
        The two schools are as good as each other for him.
        She is running for the school council.
        He was recruited by the Saturday choir.
        Their vulnerable uncle led the singing.
        The children were a witness to nothing that night; they were at their nan's.
        The trouble makes her tired.
        He is just hungry after school.
        The carers are truly sorry to see him go.
        The attention that she seeks is her mother's smile.
        The visit was a challenge and behaviour in the car was calm.
        She hid in the den with two men of the youth team as helpers.
        """;

    private const string Health = """
        The health visitor saw each child on 14 October.
        She is hard to reach by phone before noon.
        Sexual health was discussed with her alone.
        He is sexually active and uses contraception.
        She has been sexually active since 2024.
        She has been sexually active since 12 March 2024, when she was 16.
        The midwife booked her at ten weeks.
        The baby seeks attention with a smile.
        Her asthma is worse in dust.
        A drug chart is attached.
        The ward will send pictures to the consultant.
        Immunisations are up to date and the growth is on the 50th centile.
        She is stressed by the housing and asked for help.
        The wound was dressed and she was shown the way out.
        Weight on the 25th centile and following its curve.
        Feeding every three hours, with good wet nappies.
        The red book was seen and is complete.
        She was brought to both immunisation appointments.
        The new birth visit was on day eleven.
        Safe sleep was discussed and the cot was seen.
        The mother's mood was asked about with no one else there.
        Routine enquiry was made in private with an interpreter.
        The interpreter was booked through the trust.
        The ward round is at nine.
        The wound was dressed by the practice nurse and dressed again on Friday.
        The way the wound was dressed is in the notes.
        Sexual health advice was given in confidence.
        She has been sexually active since she was 19.
        He has been sexually active since 2019 with one partner.
        The sexual assault referral centre saw her within six hours.
        She is hard to reach on Tuesdays because of work.
        The vein was hard to find and the sample was repeated.
        One corner of the wound is slow to heal.
        Exposure to cold was treated.
        She was exposed to chickenpox at nursery.
        The child was exposed to smoke in the flat.
        The drug dosage was changed by the pharmacist.
        Drugs are kept in a locked box.
        The drug company sent a leaflet.
        He is plugging the gap with paracetamol.
        The tube was plugging and was changed.
        The asthma nurse keeps in contact by text.
        Contact lenses were prescribed.
        She contacted the adult mental health team herself.
        Women and men are seen in separate rooms.
        Pressing on the left side brings the pain on.
        A seizure was ruled out.
        The malicious-sounding murmur was benign.
        The lifestyle clinic offers help to stop smoking.
        Diet and lifestyle were discussed.
        She made good use of the breastfeeding group.
        Attention span was tested with the educational psychologist.
        Referred to the attention deficit pathway.
        Behavioural sleep advice was given.
        The challenge test for allergy was negative.
        Her compliance with the inhaler is good.
        The history was taken from the grandmother.
        A historic fracture of the wrist was seen on the film.
        The report was sent to the paediatrician.
        An allegation of assault was made by the patient about the ambulance crew.
        The birth plan names a side room.
        The midwife in the new area has the notes.
        The perinatal team meets on Thursdays.
        She left before she was seen and was rung the same day.
        Why did she leave the ward? She had a bus to catch.
        He stayed in the waiting room at our request.
        The bruise was measured and photographed.
        The consultant must have known the result by noon.
        He must have done his exercises, as the knee is better.
        He is just tired.
        She is stressed by the move and sleeps badly.
        They are sorry to have missed the clinic.
        The clinic gave another chance to attend on the 14th.
        The trolley is kept on the ward.
        The runner in the family has sore shins.
        Two child patients were moved to another ward.
        Pain was provoked by movement of the left hip.
        The cough is provoked by cold air and by running.
        Exercise provoked a wheeze that settled with the inhaler.
        The seizure was provoked by fever.
        No provoking factors were found.
        Flashing light may provoke seizures in this child.
        Chest pain could be provoked by pressing on the rib.
        The manoeuvre provoked vertigo on the right side.
        The thermometer keeps going missing from the trolley.
        The probe keeps going missing and a new one was ordered.
        Dressings keep going missing from the top drawer.
        The vein is hard to reach and a small needle was used.
        The back teeth are hard to reach and he needs a smaller brush.
        A hard-to-reach spot on the back was treated by his aunt.
        The clinic line is hard to reach in the morning.
        She must have done something to her wrist at netball.
        He must have done something to his knee on Sunday.
        The ward allowed him back on the bus with his mother.
        The physiotherapist allowed her back to football.
        Sexual activity was not asked about at this visit.
        The patient has been active since the age of twelve in athletics.
        The wound was plugged and the pack removed on day two.
        A drug error was reported and no harm came of it.
        Drug and alcohol service: next seen on 4 May.
        She is exposed to latex at work.
        The baby was placed at the breast and fed.
        The plan puts skin care at the top.
        The diet is high risk for iron; taking risks with salt was discussed.
        The way her hand was dressed let her hold a cup.
        Her attention and hearing were tested.
        A challenging airway was managed by the anaesthetist.
        The hidden hernia in men of his age was explained.
        """;

    private const string Probation = """
        The perpetrator programme starts in January.
        He completed a perpetrator programme in 2024.
        The court heard the victim's evidence of the abuse she witnessed.
        He is on licence with a condition of no contact.
        He was recalled to custody after he absconded from approved premises.
        OASys rates risk to children as high.
        He is running late for supervision and rang.
        He must have known the terms, which he had signed.
        He must have done the first module by March.
        He accepts that his arguments happen when he drinks.
        The domestic abuse officer saw him on Monday.
        He has been working for a builder since May.
        MAPPA level 2 was agreed.
        The crime was one of violence.
        He is subject to a community order with forty days of activity.
        Recall was considered and a warning was given.
        He absconded in 2018 while on licence and served the rest in prison.
        He absconded from the approved premises and his licence was revoked.
        Risk of serious harm to known adults is high.
        MAPPA category 2, level 2, reviewed on 9 October.
        The perpetrator programme has twelve sessions left.
        The perpetrator programmes in both areas use the same manual.
        He asked to change his perpetrator programme to evenings.
        The judge heard the abuse that she had witnessed described.
        His statement was witnessed by the duty solicitor and signed.
        He is required not to contact her by any means.
        The exclusion zone covers the whole district.
        The tag shows him at home each night.
        He works for a roofing firm in Wakefield.
        He worked for a charity on release.
        He is running a small business.
        He was recruited by the prison kitchen.
        He lives with an older cousin.
        His girlfriend was told of his conviction by police.
        A disclosure was made under the domestic violence disclosure scheme.
        He has been in a relationship since March and told us at once.
        The children of his new partner were named to social care.
        He spends time with his parents on Sundays.
        He minimised what he did and was challenged.
        His behaviour in supervision has been calm.
        He accepts that he assaulted her.
        He shouted at staff in the hostel and was moved.
        The victim liaison officer has her views.
        She does not wish to be contacted and that is on file.
        The malicious communications offence was sentenced in May.
        Malicious damage was proved and compensation was ordered.
        The allegation by the hostel was not proceeded with.
        A complaint about the hostel was answered.
        The reports to court were on time.
        He lost his job because of the curfew.
        Six of ten appointments were kept.
        He put himself forward for the group.
        He placed his tenancy in her name.
        The lifestyle module is in week four.
        He chose the evening course.
        The choice of course is his.
        The crime was planned over weeks.
        He spoke with passion about his sons.
        He led the session on triggers.
        He keeps his diary of urges.
        He went back to court in June.
        He went back to his mother's address.
        He is hard to place because of the conditions.
        Attention was paid to the anniversary of the offence.
        The compliance officer saw him on the 4th.
        Men on the course speak of their fathers.
        Adults in the household were checked.
        He takes responsibility for the harm.
        Drug testing is weekly and was clear.
        A drug rehabilitation requirement was added.
        Dealers in scrap were seen with him.
        He was sent a letter about breach.
        He sent pictures of his work to the supervisor.
        The domestic abuse programme tutor rang her first.
        He must have left before the curfew.
        He must have known the date, which he had written down.
        The licence has a condition about new relationships.
        The order ends in 2027 and cannot be extended.
        The group for perpetrators of domestic abuse starts at six.
        The course for adult perpetrators is full until May.
        He said that the module was thought-provoking.
        The tutor allowed him back on the course in week three.
        The workshop allowed them back to work after the break.
        His travel card keeps going missing and the fare was paid.
        The unit is hard to reach by bus.
        He was just a domestic appliance engineer before.
        The offence was six of one group of charges.
        He lives with his older sister and her boyfriend.
        He went back to their office to sign.
        The exclusion map was sent with a letter to an adult son.
        He absconded in 2019, and prison followed.
        He is involved in crime prevention talks for schools.
        He became involved in cycling.
        Working for a gang of roofers, he earns a fair wage.
        """;

    private const string Housing = """
        The boiler switch is hard to reach and the tenant uses a pole.
        The stopcock is behind a panel, a hard to reach place, and was turned off by the plumber.
        The office is hard to reach on Fridays.
        Post keeps going missing from the box in the hall.
        The spare keys keep going missing.
        The tenancy began on 3 March and the rent account is clear.
        The landlord allowed them back to work on the roof.
        A notice was served and the tenant went back to court.
        The neighbour's dog was provoked by the noise of the drill.
        The letter provoked a question about the deposit.
        A malicious caller to the switchboard was blocked.
        The complaint was about a lift and not malicious damage.
        The contractor put the ladder at risk of falling and was told.
        The family chose the flat on the second floor.
        The choice of area was theirs.
        The lifestyle questions on the form are not asked.
        The homeless team left a message and rang again.
        The housing officer contacts men and women on the list by letter.
        Drug use was not found at the inspection.
        The alarm fitter sent pictures of the door to the manager.
        The gang of painters is running two weeks late.
        The heating keeps going off.
        The domestic abuse housing alliance visited in June.
        The sanctuary scheme fitted a new door and a fireproof letter box.
        The children run up and down the stairs.
        The risk assessment of the balcony was repeated.
        He was taken off the tenancy at her request.
        The lock was changed on the day that she asked.
        She was allowed back to the flat with an officer to collect her things.
        The street is wise to avoid when the fair is on.
        """;

    private static readonly string[] All =
        (Police + "\n" + SocialCare + "\n" + Health + "\n" + Probation + "\n" + Housing).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static TheoryData<string> Sentences => [.. All];

    [Fact]
    public void There_are_at_least_four_hundred_and_each_is_another()
    {
        All.Length.ShouldBeGreaterThanOrEqualTo(400);
        All.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_two_adults_gives_no_hit(string sentence) => Given.EntriesIn(Given.AdultVictimBesideHarm(sentence)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_a_young_person_gives_none(string sentence) => Given.EntriesIn(Given.YoungPersonWhoHarms(sentence)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_ordinary_sentence_about_a_young_victim_gives_none(string sentence) => Given.EntriesIn(Given.YoungVictimBesideHarm(sentence)).ShouldBeEmpty();
}
